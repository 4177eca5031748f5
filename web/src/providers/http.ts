import { whyFor } from './look-reasons';
import { offline, Problem, readProblem } from './problem';
import { addressOf, headersOf, type ApiRequest } from './request';
import { send } from './signals';

/** A random key; `crypto.randomUUID` itself is missing on plain http away from localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A reason said when a case was opened goes with every call about it. */
function withReason(path: string, request: ApiRequest): ApiRequest {
  const reason = request.reason ?? whyFor(path);
  return reason === undefined ? request : { ...request, reason };
}

async function ask(path: string, request: ApiRequest): Promise<Response> {
  try {
    return await fetch(addressOf(path, request.query), {
      method: request.method ?? 'GET',
      headers: headersOf(withReason(path, request), document.cookie, newKey),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      ...(request.body !== undefined ? { body: JSON.stringify(request.body) } : {}),
      ...(request.file !== undefined ? { body: request.file } : {}),
      ...(request.keepalive ? { keepalive: true } : {}),
      ...(request.signal ? { signal: request.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
}

/**
 * Calls the API.
 * @param path below `/api`, e.g. `/episodes/1/plan`
 * @returns the answer's JSON, or undefined when there is none
 * @throws Problem for every refusal and when there is no connection; a 401 also tells the session
 */
export async function api<T>(path: string, request: ApiRequest = {}): Promise<T> {
  const response = await ask(path, request);
  const text = await response.text();
  if (!response.ok) {
    const problem = readProblem(response.status, text);
    if (problem.status === 401) send({ kind: 'refused' });
    throw problem;
  }
  send({ kind: 'touched' }, true);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A file of the API, to be drawn on the page. @throws Problem as `api` does */
export async function apiFile(path: string): Promise<Blob> {
  const response = await ask(path, {});
  if (!response.ok) throw readProblem(response.status, await response.text());
  send({ kind: 'touched' }, true);
  return response.blob();
}

export { Problem };
