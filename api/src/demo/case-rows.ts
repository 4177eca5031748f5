import { londonInstant, type CivilDate } from '@encircle/shared/dates';
import { fixtureId } from '@encircle/shared/fixture';
import type { Category } from '@encircle/shared/policy';
import type { Row, Rows, Table } from './rows.js';

export interface Who {
  userId: string;
  agencyId: string;
}

/** Writes labelled rows of one case: every row says whose, what kind, by whom and when. */
export class CaseRows {
  private counter = 0;

  constructor(
    private readonly rows: Rows,
    private readonly episodeId: string,
    private readonly subjectId: string,
    /** Keeps ids apart where a case is written in several goes. */
    private readonly series = '',
  ) {}

  add(
    table: Table,
    category: Category,
    by: Who,
    on: CivilDate,
    row: Row,
    more: { time?: string; about?: string; named?: string[] } = {},
  ): string {
    const id = (row['id'] as string | undefined) ?? this.id(table);
    this.rows.add(table, {
      ...row,
      id,
      episode_id: this.episodeId,
      subject_id: this.subjectId,
      about_person_id: more.about ?? null,
      category,
      source_agency_id: by.agencyId,
      author_id: by.userId,
      named_worker_ids: more.named ?? [],
      created_by: by.userId,
      created_at: londonInstant(on, more.time ?? '11:00'),
      updated_at: londonInstant(on, more.time ?? '11:00'),
    });
    return id;
  }

  id(kind: string): string {
    this.counter += 1;
    return fixtureId(kind, `${this.episodeId} ${this.series}${this.counter}`);
  }
}
