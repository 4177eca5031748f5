import type { DataSource } from 'typeorm';
import { formatShort, type CivilDate } from '@encircle/shared/dates';

export type Row = Record<string, unknown>;

/** Tables in an order that satisfies their foreign keys. */
const ORDER = [
  'app.agency',
  'app.team',
  'app.person',
  'app.app_user',
  'app.membership',
  'sec.credential',
  'app.service_entry',
  'app.enquiry',
  'app.other_name',
  'app.identifier',
  'app.address',
  'app.contact_point',
  'app.setting',
  'app.person_fact',
  'app.relationship',
  'app.episode',
  'app.episode_subject',
  'app.edge',
  'app.episode_move',
  'app.case_fact',
  'app.panel_day',
  'app.panel_member',
  'app.panel_item',
  'app.nomination',
  'app.consent',
  'app.consent_line',
  'app.sensitive_service',
  'app.competence',
  'app.court_order',
  'app.assessment',
  'app.answer',
  'app.meeting',
  'app.meeting_place',
  'app.plan',
  'app.plan_agreement',
  'app.outcome',
  'app.rating',
  'app.action',
  'app.action_comment',
  'app.review',
  'app.invitation',
  'app.minute',
  'app.note',
  'app.document',
  'app.access_grant',
  'app.shield',
  'app.shield_member',
  'app.conflict_block',
] as const;
export type Table = (typeof ORDER)[number];

const CHUNK = 2000;

/** Rows to be written, by table; keys are column names. Columns a row leaves out take their default. */
export class Rows {
  private readonly tables = new Map<Table, Row[]>();
  private readonly finished: Row[] = [];
  private day: (date: CivilDate) => CivilDate = (date) => date;

  add(table: Table, row: Row): Row {
    const rows = this.tables.get(table) ?? [];
    rows.push(row);
    this.tables.set(table, rows);
    return row;
  }

  /** An assessment to be sealed once all its parts are in. */
  finish(assessmentId: string, completedOn: string): void {
    this.finished.push({ id: assessmentId, completed_on: completedOn });
  }

  of(table: Table): readonly Row[] {
    return this.tables.get(table) ?? [];
  }

  /** Dates inside words, written `{2026-03-24}` or `{Tuesday 2026-03-24}`, move with the rest. */
  moveDatesInWords(day: (date: CivilDate) => CivilDate): void {
    this.day = day;
  }

  private words(json: string): string {
    return json.replace(
      /\{(\w+day )?(\d{4}-\d{2}-\d{2})\}/g,
      (_, weekday: string | undefined, date: string) => `${weekday ?? ''}${formatShort(this.day(date))}`,
    );
  }

  /** Writes everything as the owning role, in a transaction the caller holds. */
  async write(run: (sql: string, parameters: unknown[]) => Promise<unknown>): Promise<number> {
    let written = 0;
    for (const table of ORDER) {
      for (const group of sameColumns(this.of(table))) {
        const columns = Object.keys(group[0] ?? {})
          .map((name) => `"${name}"`)
          .join(', ');
        for (let start = 0; start < group.length; start += CHUNK) {
          const chunk = group.slice(start, start + CHUNK);
          await run(
            `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
            [this.words(JSON.stringify(chunk))],
          );
          written += chunk.length;
        }
      }
    }
    if (this.finished.length > 0) {
      await run(
        `update app.assessment a set status = 'COMPLETED', completed_on = f.completed_on, content_hash = sec.assessment_hash(a.id)
         from jsonb_to_recordset($1::jsonb) as f(id uuid, completed_on date) where a.id = f.id`,
        [JSON.stringify(this.finished)],
      );
    }
    return written;
  }
}

/** Rows that name the same columns go together, so that what one leaves out keeps its default. */
function sameColumns(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = Object.keys(row).join(',');
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export type Migrating = Pick<DataSource, 'query'>;
