import { useEffect, useRef } from 'react';
import { letterKeys } from '@web/layout/letter-keys';

export interface RoomKeys {
  person: (index: number) => void;
  action: () => void;
  decision: () => void;
  park: () => void;
  book: () => void;
  wall: () => void;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'));

/** The next or previous row of the plan takes the focus; round the end. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-plan-row]:not(:disabled)')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = rows[(here + by + rows.length) % rows.length] ?? (by === 1 ? rows[0] : rows.at(-1));
  next?.focus();
}

/** 1 to 9 mark a person, j and k walk the rows, a, d and p open a new line, b leads to the next date, r is the room view. Letters stay text in fields. */
export function useRoomKeys(keys: RoomKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let after = '';
    const press = (event: KeyboardEvent): void => {
      const waiting = after;
      after = event.key;
      // "g m" and its like belong to the shell.
      if (
        waiting === 'g' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        typing(event.target) ||
        !letterKeys()
      )
        return;
      const { person, action, decision, park, book, wall } = latest.current;
      if (/^[1-9]$/.test(event.key)) person(Number(event.key) - 1);
      else if (event.key === 'a') action();
      else if (event.key === 'd') decision();
      else if (event.key === 'p') park();
      else if (event.key === 'b') book();
      else if (event.key === 'r') wall();
      else if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
