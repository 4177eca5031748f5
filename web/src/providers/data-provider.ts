import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin';
import { api } from './http';
import { Cursors } from './keyset';
import type { Query } from './request';
import type { Page } from './types';

const cursors = new Cursors();

/** Forgets what pages were seen; part of signing out. */
export const forgetCursors = (): void => cursors.forget();

/** Filters and order as the API takes them: plain names, `sort=-date` for newest first. */
function questionOf({ filter, sort }: GetListParams): Query {
  const order =
    sort && sort.field !== 'id' ? { sort: `${sort.order === 'DESC' ? '-' : ''}${sort.field}` } : {};
  return { ...(filter as Query), ...order };
}

async function list(path: string, params: GetListParams) {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const question = questionOf(params);
  const name = `${path} ${perPage} ${JSON.stringify(question)}`;
  const after = cursors.before(name, page) ?? null;
  const answer = await api<Page<RaRecord>>(path, {
    query: { ...question, after, limit: perPage },
    ...(params.signal ? { signal: params.signal } : {}),
  });
  cursors.after(name, page, answer.next);
  return {
    data: answer.items,
    ...(typeof answer.total === 'number' ? { total: answer.total } : {}),
    pageInfo: { hasNextPage: answer.next !== null, hasPreviousPage: page > 1 },
    meta: { total: answer.total ?? null },
  };
}

const one = (resource: string, id: Identifier) => api<RaRecord>(`/${resource}/${encodeURIComponent(id)}`);

const notOffered = (what: string) => () => Promise.reject(new Error(`${what} is not part of the API`));

/**
 * The framework's data provider over our REST interface: lists by cursor, creates with an idempotency key
 * (`meta.idempotencyKey`), updates with the version the reader saw. Nothing is done to many records at once.
 */
export const dataProvider = {
  getList: (resource: string, params: GetListParams) => list(`/${resource}`, params),
  getOne: async (resource: string, { id }: { id: Identifier }) => ({ data: await one(resource, id) }),
  getMany: async (resource: string, { ids }: { ids: Identifier[] }) => ({
    data: await Promise.all(ids.map((id) => one(resource, id))),
  }),
  getManyReference: (resource: string, params: GetListParams & { target: string; id: Identifier }) =>
    list(`/${resource}`, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
  create: async (resource: string, params: { data: object; meta?: { idempotencyKey?: string } }) => ({
    data: await api<RaRecord>(`/${resource}`, {
      method: 'POST',
      body: params.data,
      ...(params.meta?.idempotencyKey ? { idempotencyKey: params.meta.idempotencyKey } : {}),
    }),
  }),
  update: async (resource: string, params: { id: Identifier; data: object; previousData?: RaRecord }) => ({
    data: await api<RaRecord>(`/${resource}/${encodeURIComponent(params.id)}`, {
      method: 'PUT',
      body: { version: params.previousData?.['version'] as unknown, ...params.data },
    }),
  }),
  delete: async (resource: string, { id, previousData }: { id: Identifier; previousData?: RaRecord }) => {
    await api(`/${resource}/${encodeURIComponent(id)}`, { method: 'DELETE' });
    return { data: previousData ?? { id } };
  },
  updateMany: notOffered('changing many at once'),
  deleteMany: notOffered('deleting many at once'),
} as unknown as DataProvider;
