import {
  DEFAULT_SETTINGS,
  isOrdinary,
  verdict,
  type Category,
  type EpisodeFacts,
  type Item,
  type Purpose,
  type Verdict,
} from '@encircle/shared/policy';
import type { Asker } from '#api/access/asker.js';

/** LIMITED answers that still show what is asked: read-only again-asking, and a child's own words for a child. */
const READABLE = new Set(['ASK_AGAIN', 'CHILD_FRIENDLY']);

type Labelled = Pick<Item, 'categories'> & Partial<Item>;

/** Decides over the rows of one case for one reader; equal labels are decided once. */
export class CaseJudge {
  private readonly made = new Map<string, Verdict>();
  private readonly kinds = new Map<string, boolean>();
  /** When no agreement is limited to what came after it, the moment of recording changes nothing. */
  private readonly timeless: boolean;

  constructor(
    private readonly asker: Asker,
    private readonly facts: EpisodeFacts,
  ) {
    this.timeless = facts.consents.every((line) => line.history);
  }

  decision(label: Labelled, action: 'read' | 'write' = 'read'): Verdict {
    const item = this.itemOf(label);
    const key = `${action} ${JSON.stringify(item)}`;
    const known = this.made.get(key);
    if (known) return known;
    const { actor, who, now } = this.asker;
    const decision = verdict(
      { actor, episode: this.facts, settings: DEFAULT_SETTINGS },
      { purpose: who.purpose as Purpose, action, channel: 'screen', reasonId: who.reason, item },
      now,
    );
    this.made.set(key, decision);
    return decision;
  }

  mayRead(label: Labelled): boolean {
    return this.kindIsOpen(label) || shows(this.decision(label));
  }

  /**
   * A worker who may read an ordinary kind about a child may read every row of it, whoever wrote it: authorship only
   * widens (rule R19). Then the rows need not be judged one by one.
   */
  private kindIsOpen({ categories, subjectId, aboutPersonId, locating }: Labelled): boolean {
    const [category] = categories;
    if (this.asker.actor.personId !== null || !this.timeless || locating || aboutPersonId) return false;
    if (categories.length !== 1 || category === undefined || !isOrdinary(category)) return false;
    const kind = `${category} ${subjectId ?? ''}`;
    const known = this.kinds.get(kind);
    if (known !== undefined) return known;
    const open = this.decision({ categories, subjectId: subjectId ?? undefined }).effect === 'ALLOW';
    this.kinds.set(kind, open);
    return open;
  }

  /** Something new of the reader's own. */
  mayAdd(subjectId: string, kind: Category): boolean {
    const { actor } = this.asker;
    // What is one's own comes before agreement, so all ordinary kinds but identity have one answer.
    const category = isOrdinary(kind) && kind !== 'IDENT' ? 'NOTES' : kind;
    const own = {
      subjectId,
      categories: [category],
      authorId: actor.userId,
      sourceAgencyId: actor.agencyId,
      recordedAt: this.asker.now,
    };
    const { effect, readOnly } = this.decision(own, 'write');
    return effect === 'ALLOW' && !readOnly;
  }

  readable<T extends { label: Labelled }>(rows: readonly T[]): T[] {
    return rows.filter((row) => this.mayRead(row.label));
  }

  private itemOf(label: Labelled): Item {
    return {
      subjectId: label.subjectId ?? this.facts.subjects[0]?.personId ?? '',
      aboutPersonId: label.aboutPersonId ?? null,
      categories: label.categories,
      sourceAgencyId: label.sourceAgencyId ?? null,
      authorId: label.authorId ?? null,
      namedWorkerIds: label.namedWorkerIds ?? [],
      recordedAt: this.timeless ? null : (label.recordedAt ?? null),
      locating: label.locating ?? false,
    };
  }
}

const shows = ({ effect, what }: Verdict): boolean =>
  effect === 'ALLOW' || (effect === 'LIMITED' && READABLE.has(what ?? ''));
