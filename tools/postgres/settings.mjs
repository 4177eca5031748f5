/** Settings of every cluster. No socket file: its path may be too long, and 127.0.0.1 is enough. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %d ',
};

const KEPT = { max_connections: 100, shared_buffers: '128MB' };

/** A cluster thrown away after the tests need not survive a crash, and is several times faster for it. */
const TEMPORARY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 200,
  shared_buffers: '256MB',
};

/**
 * Arguments for `postgres`: ours, then what the caller asks for.
 * @param {{ temporary: boolean, port: number, settings: Record<string, string | number> }} options
 * @returns {string[]}
 */
export function settingArguments({ temporary, port, settings }) {
  const all = { ...ALWAYS, ...(temporary ? TEMPORARY : KEPT), port, ...settings };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
