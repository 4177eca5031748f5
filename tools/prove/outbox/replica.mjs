import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../../paths.mjs';

const GONE_MS = 60_000;

/** A program, server and worker in one, that delivers until it is ended by SIGKILL. */
export function replica(databaseUrl, smtpUrl) {
  const child = spawn(process.execPath, [inRoot('api', 'dist', 'main.js')], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      ENCIRCLE_DEMO: '1',
      ENCIRCLE_SEAL_SECONDS: '0',
      ENCIRCLE_SMTP_URL: smtpUrl,
      ENCIRCLE_MAIL_FROM: 'encircle@prove.example',
      ENCIRCLE_LOG_LEVEL: 'fatal',
      ENCIRCLE_WORKER: '1',
    },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await Promise.race([ended, pause(GONE_MS, undefined, { ref: false })]);
    },
  };
}
