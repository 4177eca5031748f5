import type { PlaceKey } from './places';

export type KeyAction = { do: 'jump' | 'help' | 'hide' } | { do: 'go'; place: PlaceKey };

export interface KeyPress {
  key: string;
  /** The focus is in a field, so letters are text. */
  typing: boolean;
  /** Control, Alt or Meta is down, so the key is the browser's. */
  modified: boolean;
}

const PLACES: Record<string, PlaceKey> = { w: 'week', f: 'find', c: 'cases', m: 'meetings' };

/** Two keys of one shortcut come within this time, ms. */
const TOGETHER = 1200;

/** Used when the area has not set another. */
export const USUAL_HIDE_KEY = 'F9';

/** Reads keys one by one; `g` waits for the letter of a place. */
export class KeyReader {
  private started = -Infinity;

  constructor(private readonly hideKey = USUAL_HIDE_KEY) {}

  /**
   * @param letters whether the reader of the screen wants single letters to act; the hide key always does
   * @param now ms
   */
  press(press: KeyPress, letters: boolean, now: number): KeyAction | null {
    if (press.key === this.hideKey) return { do: 'hide' };
    if (press.typing || press.modified || !letters) return this.stop();
    if (now - this.started <= TOGETHER) {
      this.stop();
      const place = PLACES[press.key];
      return place ? { do: 'go', place } : null;
    }
    if (press.key === '/') return { do: 'jump' };
    if (press.key === '?') return { do: 'help' };
    if (press.key === 'g') this.started = now;
    return null;
  }

  private stop(): null {
    this.started = -Infinity;
    return null;
  }
}
