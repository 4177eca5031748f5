import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';
import type { DraftPlace, Sealed } from './domain/sealed-draft.js';
import { derivedKey } from '#api/platform/keys/derived-key.js';

const KEY_VERSION = 1;
const TAG_BYTES = 16;

/** Half-written text is nobody's but its author's: stored encrypted, opened only for the place it was written for. */
@Injectable()
export class DraftCipher {
  private readonly keys: ReadonlyMap<number, KeyObject>;

  constructor(@Inject(SETTINGS_TOKEN) settings: Settings) {
    this.keys = new Map([
      [KEY_VERSION, createSecretKey(bytes(derivedKey(settings.secret, `drafts ${KEY_VERSION}`)))],
    ]);
  }

  seal(place: DraftPlace, text: string): Sealed {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(KEY_VERSION), bytes(nonce));
    cipher.setAAD(bound(place, KEY_VERSION));
    const pieces = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return { keyVersion: KEY_VERSION, nonce, ciphertext: Buffer.concat(pieces.map(bytes)) };
  }

  /** @throws when the row was changed, moved, or sealed under a key this installation no longer has */
  open(place: DraftPlace, sealed: Sealed): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key(sealed.keyVersion), bytes(sealed.nonce));
    decipher.setAAD(bound(place, sealed.keyVersion));
    decipher.setAuthTag(bytes(sealed.ciphertext.subarray(-TAG_BYTES)));
    const body = bytes(sealed.ciphertext.subarray(0, -TAG_BYTES));
    return Buffer.concat([decipher.update(body), decipher.final()].map(bytes)).toString('utf8');
  }

  private key(version: number): KeyObject {
    const key = this.keys.get(version);
    if (!key) throw new Error(`no key ${version} for drafts`);
    return key;
  }
}

function bound({ userId, form, recordId, section }: DraftPlace, keyVersion: number): Uint8Array {
  return new TextEncoder().encode(['draft', userId, form, recordId, section, keyVersion].join('|'));
}

/** A copy as plain bytes, which is what the cipher's types ask for. */
function bytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}
