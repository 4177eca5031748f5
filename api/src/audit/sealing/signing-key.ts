import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from '#api/platform/config/settings.js';

/**
 * The key checkpoints are signed with. It is in a file the database server cannot read.
 * @param mayMake the demo makes itself one; in production a missing key stops the start
 */
export function signingKey(file: string, mayMake: boolean): KeyObject {
  const pem = read(file) ?? (mayMake ? make(file) : null);
  if (pem === null)
    throw new SettingsError([
      `ENCIRCLE_AUDIT_KEY_FILE: no key in ${file}; make one with: openssl genpkey -algorithm ed25519 -out ${file}`,
    ]);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new SettingsError([`ENCIRCLE_AUDIT_KEY_FILE: ${file} holds no private key in PEM`]);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new SettingsError([`ENCIRCLE_AUDIT_KEY_FILE: the key in ${file} is not an Ed25519 key`]);
  return key;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new SettingsError([`ENCIRCLE_AUDIT_KEY_FILE: ${file} cannot be read (${code ?? 'unknown'})`]);
  }
}

function make(file: string): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    return pem;
  } catch (error) {
    // Another process made it in between.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8');
    throw error;
  }
}
