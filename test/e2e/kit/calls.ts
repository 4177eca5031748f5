import type { Page } from 'playwright-core';

/**
 * Calls the API as the person of a window, for what a story needs around the screens it is about.
 * @throws Error with the answer when it is refused
 */
export async function call<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ({ method, path, body }) => {
      const token = /encircle-csrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const response = await fetch(`/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': decodeURIComponent(token),
          'idempotency-key': `${Math.random()}${performance.now()}`.replaceAll('.', '').padEnd(36, '0'),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    },
    { method, path, body },
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text || 'null') as T;
}
