import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAnew } from './ask-anew';

/** A page that shows the answer of a path, as a mounted component would. */
async function shown(client: QueryClient, path: string, answers: (() => unknown)[]): Promise<() => unknown> {
  const observer = new QueryObserver<unknown>(client, {
    queryKey: ['api', path, {}],
    queryFn: () => Promise.resolve(answers.shift()?.()),
    retry: false,
  });
  observer.subscribe(() => undefined);
  await observer.refetch();
  return () => observer.getCurrentResult().data;
}
const refuse = (): never => {
  throw new Error('403');
};

describe('what has lapsed', () => {
  it('is asked anew, and what is refused then leaves the screen', async () => {
    const client = new QueryClient();
    const still = await shown(client, '/episodes/1', [() => 'old', () => 'new']);
    const gone = await shown(client, '/episodes/1/notes', [() => 'words', refuse]);
    const other = await shown(client, '/episodes/2', [() => 'kept', refuse]);
    await askAnew(client, '/episodes/1');
    expect([still(), gone(), other()]).toEqual(['new', undefined, 'kept']);
    client.clear();
  });
});
