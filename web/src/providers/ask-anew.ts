import type { Query, QueryClient } from '@tanstack/react-query';

/** Asks everything under a path anew; what is refused then, or cannot be asked, is no longer shown. */
export async function askAnew(client: QueryClient, path: string): Promise<void> {
  const under = ({ queryKey: [kind, asked] }: Query): boolean =>
    kind === 'api' && typeof asked === 'string' && asked.startsWith(path);
  await client.invalidateQueries({ predicate: under });
  for (const query of client.getQueryCache().findAll({ predicate: under }))
    if (query.state.status === 'error') query.setState({ ...query.state, data: undefined });
}
