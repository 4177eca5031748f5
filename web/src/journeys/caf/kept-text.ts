import { listen } from '@web/providers/signals';

/**
 * Text that Encircle could not be given yet. It stays in this browser only until it has been sent, encrypted with a
 * key that no script can read out and that goes with the sign-out; nothing else of a record is ever kept here.
 */
const DATABASE = 'encircle-unsent';

export interface KeptPlace {
  userId: string;
  form: string;
  recordId: string;
  section: string;
}

interface KeptRow {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
  at: string;
}

const idOf = (place: KeptPlace): string =>
  [place.userId, place.form, place.recordId, place.section].join('|');

/** Private windows and pages without https have neither store nor key: then nothing is kept, and nothing breaks. */
const canKeep = (): boolean => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

export async function keepText(place: KeptPlace, text: string, at: string): Promise<boolean> {
  if (!canKeep()) return false;
  const key = await keyOf(place.userId);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(idOf(place));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    new TextEncoder().encode(text),
  );
  await inStore('texts', 'readwrite', (store) => store.put({ id: idOf(place), iv, bytes, at } as KeptRow));
  return true;
}

export async function keptText(place: KeptPlace): Promise<{ text: string; at: string } | null> {
  if (!canKeep()) return null;
  const row = await inStore<KeptRow | undefined>('texts', 'readonly', (store) => store.get(idOf(place)));
  if (!row) return null;
  try {
    const key = await keyOf(place.userId);
    const additionalData = new TextEncoder().encode(idOf(place));
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: row.iv, additionalData },
      key,
      row.bytes,
    );
    return { text: new TextDecoder().decode(plain), at: row.at };
  } catch {
    // Written under a key that went with a sign-out: nobody can read it any more, so it goes too.
    await dropKeptText(place);
    return null;
  }
}

export async function dropKeptText(place: KeptPlace): Promise<void> {
  if (canKeep()) await inStore('texts', 'readwrite', (store) => store.delete(idOf(place)));
}

/** Everything of this browser's, key first: what is left of the text could not be read. */
export function forgetKeptTexts(): void {
  if (canKeep()) indexedDB.deleteDatabase(DATABASE);
}

listen((signal) => {
  if (signal.kind === 'signed-out') forgetKeptTexts();
});

async function keyOf(userId: string): Promise<CryptoKey> {
  const stored = await inStore<{ key: CryptoKey } | undefined>('keys', 'readonly', (store) =>
    store.get(userId),
  );
  if (stored) return stored.key;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await inStore('keys', 'readwrite', (store) => store.put({ id: userId, key }));
  return key;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('texts', { keyPath: 'id' });
      asked.result.createObjectStore('keys', { keyPath: 'id' });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the store did not open'));
  });
}

async function inStore<T = unknown>(
  name: 'texts' | 'keys',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const asked = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(asked.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error('the store refused'));
      transaction.onerror = () => reject(transaction.error ?? new Error('the store refused'));
    });
  } finally {
    database.close();
  }
}
