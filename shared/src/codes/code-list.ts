/**
 * A list of codes as data: what is stored, what a practitioner reads and what a family reads. Rows are never
 * deleted; a retired row still explains old records but is not offered.
 */
export interface CodeRow {
  /** CAPS_SNAKE as stored */
  readonly code: string;
  /** Practitioner label, sentence case */
  readonly label: string;
  /** Family label when it differs; null when a family is never shown this code */
  readonly family?: string | null;
  /** One line of help */
  readonly help?: string;
  readonly retired?: boolean;
}

export interface CodeList<R extends CodeRow = CodeRow> {
  readonly name: string;
  readonly version: number;
  readonly rows: readonly R[];
  readonly codes: readonly R['code'][];
}

/** The codes of a list as a type: `CodeOf<typeof ATTENDANCE_CODES>`. */
export type CodeOf<L extends { readonly codes: readonly string[] }> = L['codes'][number];

export function codeList<const R extends readonly CodeRow[]>(
  name: string,
  version: number,
  rows: R,
): CodeList<R[number]> {
  return { name, version, rows, codes: rows.map((row) => row.code) };
}

export function isCode<R extends CodeRow>(list: CodeList<R>, value: unknown): value is R['code'] {
  return typeof value === 'string' && list.codes.includes(value);
}

/** The row of a code. Throws RangeError when the list has no such code. */
export function codeRow<R extends CodeRow>(list: CodeList<R>, code: string): R {
  const row = list.rows.find((candidate) => candidate.code === code);
  if (!row) throw new RangeError(`${code} is not in the list ${list.name}`);
  return row;
}

/** The practitioner label; an unknown code is shown as it is rather than hiding a record. */
export function labelOf(list: CodeList, code: string): string {
  return list.rows.find((row) => row.code === code)?.label ?? code;
}

/** The family label; null when families are not shown this code, an unknown one included. */
export function familyLabelOf(list: CodeList, code: string): string | null {
  const row = list.rows.find((candidate) => candidate.code === code);
  if (!row) return null;
  return row.family === undefined ? row.label : row.family;
}

/** The rows to offer in a box: those not retired, with the current value kept even if it is. */
export function offeredRows<R extends CodeRow>(list: CodeList<R>, current?: string | null): R[] {
  return list.rows.filter((row) => !row.retired || row.code === current);
}
