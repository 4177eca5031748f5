import { join } from 'node:path';
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
    // What proves the audit log is kept beside the database, not in it, and goes where the database goes.
    ENCIRCLE_AUDIT_KEY_FILE: join(cluster.folder, 'audit', 'key.pem'),
    ENCIRCLE_AUDIT_DIR: join(cluster.folder, 'audit'),
  };
}

/** The environment of the running program: it never learns how to become more than it is. */
export function withoutPowers({ ENCIRCLE_SUPERUSER_URL, MIGRATION_DATABASE_URL, ...rest }) {
  void ENCIRCLE_SUPERUSER_URL;
  void MIGRATION_DATABASE_URL;
  return rest;
}
