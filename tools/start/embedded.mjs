import { secret } from '../kept-state.mjs';

/** Login names of the two roles; the command line of the API creates them from these addresses. */
const RUNNING = 'encircle_login';
const MIGRATING = 'encircle_migrator';

/**
 * Addresses of one database on a cluster of ours, as the environment variables the API reads.
 * @param {import('../postgres/cluster.mjs').Cluster} cluster
 * @param {string} database
 */
export function addresses(cluster, database) {
  const as = (role) =>
    `postgres://${role}:${secret(cluster.folder, `${role}Password`)}@${cluster.host}:${cluster.port}/${database}`;
  return {
    ENCIRCLE_SUPERUSER_URL: cluster.superuserUrl('postgres'),
    MIGRATION_DATABASE_URL: as(MIGRATING),
    DATABASE_URL: as(RUNNING),
  };
}

/** The environment of the running program: it never learns how to become more than it is. */
export function withoutPowers({ ENCIRCLE_SUPERUSER_URL, MIGRATION_DATABASE_URL, ...rest }) {
  void ENCIRCLE_SUPERUSER_URL;
  void MIGRATION_DATABASE_URL;
  return rest;
}
