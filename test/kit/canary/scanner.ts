import type { Canary } from './stamp.js';

/** Something that left the program: who received it, by which way. */
export interface Seen {
  actor: string;
  situation: string;
  channel: string;
}

export interface Hit extends Seen {
  canary: Canary;
}

const WORD = /zq[a-p]{12}/g;

/** Reads what leaves and keeps which field reached whom by which way. */
export class Scanner {
  private readonly found = new Map<string, Hit>();

  constructor(private readonly canaries: ReadonlyMap<string, Canary>) {}

  read(seen: Seen, text: string): void {
    for (const token of new Set(text.match(WORD) ?? [])) {
      const canary = this.canaries.get(token);
      if (canary)
        this.found.set(`${token} ${seen.actor} ${seen.situation} ${seen.channel}`, { ...seen, canary });
    }
  }

  get hits(): Hit[] {
    return [...this.found.values()];
  }

  /** A scanner that met nothing proves nothing. */
  get fieldsMet(): string[] {
    return [...new Set(this.hits.map(({ canary }) => `${canary.table}.${canary.column}`))].sort();
  }
}
