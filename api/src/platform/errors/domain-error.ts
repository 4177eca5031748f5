/** A refusal with a stable code. The words people see live in the language files, keyed by the code. */
export class DomainError extends Error {
  constructor(
    /** Stable code, e.g. `MEETING_NOT_HELD`; `problem.filter` and the screens key on it. */
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 423 | 429 | 503,
    readonly extra: {
      detail?: string;
      /** Field path to messages; the path is the one of the command that was sent. */
      fields?: Record<string, string[]>;
      /** More to show, e.g. both texts of a conflict. Only what this person may see. */
      data?: Record<string, unknown>;
    } = {},
  ) {
    super(code);
  }
}

/** Missing and not allowed are one answer (rule DENY-HIDE): same status, same body. */
export const notFound = (): DomainError => new DomainError('NOT_FOUND', 404);

/** Somebody else saved first. `data` carries both texts, limited to what this person may see. */
export const stale = (data: Record<string, unknown> = {}): DomainError =>
  new DomainError('STALE', 409, { data });

export const invalid = (fields: Record<string, string[]>, code = 'INVALID'): DomainError =>
  new DomainError(code, 400, { fields });

/** The actor may know the record exists but not do or see this: the reason code says why. */
export const forbidden = (code: string, detail?: string): DomainError =>
  new DomainError(code, 403, detail === undefined ? {} : { detail });

/** Who looks from outside the work with a family says why first. */
export const reasonNeeded = (): DomainError =>
  new DomainError('REASON_NEEDED', 403, { fields: { reason: ['Say why you are looking'] } });
