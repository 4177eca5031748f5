/** One call of the API. */
export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** A file, sent as it is and without its name; instead of a body. */
  file?: Blob;
  /** Left out when null, undefined or empty; a list becomes `a,b`. */
  query?: Query;
  /** A create that may be sent twice keeps its key; without one a new key is made for each POST. */
  idempotencyKey?: string;
  /** Why the record is looked at, where the API asks for it; never part of an address. */
  purpose?: string;
  reason?: string;
  signal?: AbortSignal;
  /** Sent even while the page goes away. */
  keepalive?: boolean;
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** `/api` and a path with its query, keys in order so that equal questions have equal addresses. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(query).sort()) {
    const value = query[key];
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') search.set(key, text);
  }
  const tail = search.toString();
  return `/api${path}${tail ? `?${tail}` : ''}`;
}

/** A cookie's value, also under its `__Host-` name. */
export function cookie(name: string, jar: string): string | null {
  for (const part of jar.split(/;\s*/)) {
    const [key, ...value] = part.split('=');
    if (key === name || key === `__Host-${name}`) return decodeURIComponent(value.join('='));
  }
  return null;
}

/** Headers of a call. `jar` is `document.cookie`; `newKey` makes an idempotency key. */
export function headersOf(request: ApiRequest, jar: string, newKey: () => string): Record<string, string> {
  const method = request.method ?? 'GET';
  const changes = method !== 'GET';
  const token = changes ? cookie('encircle-csrf', jar) : null;
  return {
    accept: 'application/json, application/problem+json',
    ...(request.body !== undefined ? { 'content-type': 'application/json' } : {}),
    ...(request.file !== undefined ? { 'content-type': 'application/octet-stream' } : {}),
    ...(token ? { 'x-csrf-token': token } : {}),
    ...(method === 'POST' ? { 'idempotency-key': request.idempotencyKey ?? newKey() } : {}),
    ...(request.purpose ? { 'x-encircle-purpose': request.purpose } : {}),
    // Headers carry Latin letters only; a reason may hold any.
    ...(request.reason ? { 'x-encircle-reason': encodeURIComponent(request.reason) } : {}),
  };
}
