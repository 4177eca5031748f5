/** The body of every refusal of the API (`application/problem+json`). */
export interface ProblemBody {
  status: number;
  /** Stable, e.g. `MEETING_NOT_HELD`; the words for it are in the language files. */
  code: string;
  title?: string;
  detail?: string;
  /** Field path to messages. */
  fields?: Record<string, string[]>;
  /** More to show, such as both texts of a conflict. */
  data?: Record<string, unknown>;
  /** What to tell the help desk; empty where it could betray that a record exists. */
  reference?: string;
}

/** A refusal, or no answer at all (`status` 0, code `OFFLINE`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string[]>;
  readonly data: Record<string, unknown>;
  readonly reference: string;
  readonly detail: string;

  constructor(readonly body: ProblemBody) {
    super(body.title ?? body.code);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.fields = body.fields ?? {};
    this.data = body.data ?? {};
    this.reference = body.reference ?? '';
    this.detail = body.detail ?? '';
  }

  /** Missing or not for this reader: the two are told apart nowhere. */
  get notFound(): boolean {
    return this.status === 404;
  }

  /** Somebody else saved first. */
  get conflict(): boolean {
    return this.status === 409;
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

export const offline = (): Problem => new Problem({ status: 0, code: 'OFFLINE' });

const isMessages = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((message) => typeof message === 'string');

const fieldsOf = (value: unknown): Record<string, string[]> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string[]] => isMessages(entry[1])),
      )
    : {};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a refusal; a body that is no problem (a proxy's page, say) becomes one with the code UNEXPECTED. */
export function readProblem(status: number, text: string): Problem {
  const body = json(text);
  if (!isRecord(body) || typeof body['code'] !== 'string') return new Problem({ status, code: 'UNEXPECTED' });
  return new Problem({
    status,
    code: body['code'],
    ...(textOf(body['title']) ? { title: textOf(body['title']) } : {}),
    detail: textOf(body['detail']),
    fields: fieldsOf(body['fields']),
    data: isRecord(body['data']) ? body['data'] : {},
    reference: textOf(body['reference']),
  });
}

/** One message a field, in the shape an error summary takes; `label` may turn a path into a control's id. */
export function errorsOf(
  problem: Problem,
  idOf = (path: string) => path,
): { field: string; message: string }[] {
  return Object.entries(problem.fields).flatMap(([path, messages]) =>
    messages.slice(0, 1).map((message) => ({ field: idOf(path), message })),
  );
}

/** Everything a refusal lists: what is wrong by field first, then what else stands in the way, in words. */
export function listedIn(
  error: unknown,
  idOf?: (path: string) => string,
): { field?: string; message: string }[] {
  if (!(error instanceof Problem)) return [];
  const obstacles = error.data['obstacles'];
  return [
    ...errorsOf(error, idOf),
    ...(Array.isArray(obstacles)
      ? obstacles.map(({ words }: { words?: string }) => ({ message: words ?? '' }))
      : []),
  ];
}

/** What a refusal lists; where it lists nothing, the one sentence it gives. */
export function inTheWay(
  error: unknown,
  say: (error: unknown) => string,
  idOf?: (path: string) => string,
): { field?: string; message: string }[] {
  const listed = listedIn(error, idOf);
  if (listed.length > 0) return listed;
  return [{ message: (error instanceof Problem && error.detail) || say(error) }];
}
