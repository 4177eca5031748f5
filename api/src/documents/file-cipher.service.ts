import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';
import { derivedKey } from '#api/platform/keys/derived-key.js';
import type { SealedFile } from './sealed-file.js';

const KEY_VERSION = 1;
const TAG_BYTES = 16;

/** Files lie in the database and its backups as bytes that mean nothing there; each is bound to its own id. */
@Injectable()
export class FileCipher {
  private readonly keys: ReadonlyMap<number, KeyObject>;

  constructor(@Inject(SETTINGS_TOKEN) { secret }: Pick<Settings, 'secret'>) {
    this.keys = new Map([[KEY_VERSION, createSecretKey(plain(derivedKey(secret, `files ${KEY_VERSION}`)))]]);
  }

  seal(id: string, file: Buffer): SealedFile {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(KEY_VERSION), plain(nonce));
    cipher.setAAD(bound(id, KEY_VERSION));
    const pieces = [cipher.update(plain(file)), cipher.final(), cipher.getAuthTag()];
    return { keyVersion: KEY_VERSION, nonce, ciphertext: Buffer.concat(pieces.map(plain)) };
  }

  /** @throws when the row was changed, moved, or sealed under a key this installation no longer has */
  open(id: string, { keyVersion, nonce, ciphertext }: SealedFile): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key(keyVersion), plain(nonce));
    decipher.setAAD(bound(id, keyVersion));
    decipher.setAuthTag(plain(ciphertext.subarray(-TAG_BYTES)));
    const body = decipher.update(plain(ciphertext.subarray(0, -TAG_BYTES)));
    return Buffer.concat([body, decipher.final()].map(plain));
  }

  private key(version: number): KeyObject {
    const key = this.keys.get(version);
    if (!key) throw new Error(`no key ${version} for files`);
    return key;
  }
}

/** A file keeps its id when it is filed, so that nobody has to open it for that. */
const bound = (id: string, keyVersion: number): Uint8Array =>
  new TextEncoder().encode(['file', id, keyVersion].join('|'));

/** The same bytes as the cipher's types ask for them. */
const plain = (buffer: Buffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
