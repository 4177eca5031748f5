import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAnew, outdate } from './ask-anew';

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
  it('is not a list that was first asked for before a change and comes after it', async () => {
    const client = new QueryClient();
    const answers: ((value: string) => void)[] = [];
    const observer = new QueryObserver<unknown>(client, {
      queryKey: ['api', '/episodes/1/notes', {}],
      queryFn: () => new Promise((answer) => answers.push(answer)),
    });
    observer.subscribe(() => undefined);
    const saved = outdate(client, ['/episodes/1']);
    answers[0]?.('without the new note');
    for (let turn = 0; turn < 100 && answers.length < 2; turn += 1) await Promise.resolve();
    answers[1]?.('with the new note');
    await saved;
    expect(observer.getCurrentResult()).toMatchObject({ data: 'with the new note', isFetching: false });
    client.clear();
  });
});
