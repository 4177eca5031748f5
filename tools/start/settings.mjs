import { freePort, isFree } from '../ports.mjs';
import { Refusal } from '../terminal.mjs';

const DEFAULT_PORT = 3000;

/** The port people open. `PORT=0` takes any free one. @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
export async function choosePort(env) {
  const wanted = env.PORT === undefined || env.PORT === '' ? DEFAULT_PORT : Number(env.PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Refusal(`PORT must be a whole number from 0 to 65535; it is "${env.PORT}".`);
  }
  if (wanted === 0) return freePort();
  if ((await isFree(wanted)) && (await isFree(wanted, '127.0.0.1'))) return wanted;
  throw new Refusal(
    `Port ${wanted} is already in use. Stop what uses it, or choose another port: PORT=${wanted + 1} npm start`,
  );
}

/** The demo borough is loaded with our own database, and only when asked for into another's. */
export function wantsDemo(env) {
  const value = env.ENCIRCLE_DEMO ?? (env.DATABASE_URL ? '0' : '1');
  if (value !== '0' && value !== '1') throw new Refusal(`ENCIRCLE_DEMO must be 1 or 0; it is "${value}".`);
  return value === '1';
}
