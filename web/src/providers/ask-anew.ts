import type { Query, QueryClient } from '@tanstack/react-query';

const under =
  (paths: readonly string[]) =>
  ({ queryKey: [kind, asked] }: Query): boolean =>
    kind === 'api' && typeof asked === 'string' && paths.some((path) => asked.startsWith(path));

/**
 * What was answered under these paths is out of date: whatever is on the screen is asked again. A first answer still under
 * way was asked for before the change; it is not waited for, it would be shown as if it were new.
 */
export async function outdate(client: QueryClient, paths: readonly string[] = ['/']): Promise<void> {
  const asked = under(paths);
  await client.cancelQueries({ predicate: (query) => query.state.data === undefined && asked(query) });
  await client.invalidateQueries({ predicate: asked });
}

/** Asks everything under a path anew; what is refused then, or cannot be asked, is no longer shown. */
export async function askAnew(client: QueryClient, path: string): Promise<void> {
  await outdate(client, [path]);
  for (const query of client.getQueryCache().findAll({ predicate: under([path]) }))
    if (query.state.status === 'error') query.setState({ ...query.state, data: undefined });
}
