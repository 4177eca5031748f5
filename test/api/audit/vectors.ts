/** Rows as PostgreSQL writes them, and what they must hash to. Never changed: a new encoding is a new version with its own. */
export const VECTOR_CHAIN = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const NOTHING: Record<string, string | null> = {
  actor_id: null,
  agency_id: null,
  role: null,
  session_ref: null,
  episode_id: null,
  child_ids: '{}',
  categories: '{}',
  purpose: null,
  reason: null,
  basis: '{}',
  channel: 'screen',
  result_count: null,
  query_hash: null,
  request_id: null,
  fields: '{}',
};

export const VECTORS: { row: Record<string, string | null>; bytes: string; link: string }[] = [
  {
    row: {
      ...NOTHING,
      id: '1',
      at: '2026-03-16 10:00:00+00',
      xid: '700',
      action: 'session.sign-in',
      outcome: 'ALLOW',
    },
    bytes: 'b5866e02ad7dddd2e8301a5ac065e08400cff7a37ff7b4a2131cc14211cc241b',
    link: 'c37fe503a9999e79c4ffe89af1a7aebc12873c6149636c7ea57ed21b23fe2a0c',
  },
  {
    row: {
      ...NOTHING,
      id: '9007199254740993',
      at: '1999-12-31 23:59:59.999999+00',
      xid: '4294967297',
      actor_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      agency_id: '9b2c1f0a-6a1e-4a3a-8d6c-2f1f0a9b8c7d',
      role: 'PRACT',
      session_ref: 'c0ffee1234567890',
      action: 'case.opened',
      outcome: 'LIMITED',
      episode_id: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
      child_ids: '{16fd2706-8baf-433b-82eb-8c7fada847da,886313e1-3b8a-5372-9b90-0c9aee199e5d}',
      categories: '{IDENT,CHILD,SENS_MH}',
      purpose: 'COORDINATE',
      reason: 'Rhŷs, "at school", {today}; back\\slash, NULL',
      basis: '{LP,"a,b","c\\"d","e\\\\f","",NULL,"NULL"}',
      result_count: '-1',
      query_hash: '',
      request_id: '日本語 🙂',
      fields: '{"given names"}',
    },
    bytes: 'ce27e775283905bec11f87d3ae5be271445f874cca2f5bfceae05c18845aabb7',
    link: '482a664ca44cda3f982569a711ba9e03027e08e27d813570b1da0fd911a8a431',
  },
];
