import type { Page } from 'playwright-core';

/**
 * Everything this browser keeps for the program, as text: both storages, cookies a script can read, caches, and every row
 * of every database with its bytes as letters.
 */
export const keptByBrowser = (page: Page): Promise<{ rows: number; text: string }> =>
  page.evaluate(async () => {
    const letters = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value.buffer);
      return value;
    };
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the store did not answer'));
      });
    const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        parts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const all = await asked(database.transaction(store).objectStore(store).getAll());
        rows += all.length;
        parts.push(...all.map((row) => JSON.stringify(row, (_key, value: unknown) => letters(value))));
      }
      database.close();
    }
    return { rows, text: parts.join('\n') };
  });
