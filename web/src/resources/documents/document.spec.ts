import { describe, expect, it } from '@jest/globals';
import type { UploadView } from '@encircle/shared/documents';
import { commandOf, EMPTY, kindAndSize, problemsOf, takenOutWords } from './document.model';

const upload: UploadView = {
  id: '5c0f0000-0000-4000-8000-000000000001',
  kind: 'JPEG',
  bytes: 412_345,
  pages: null,
  state: 'CLEAN',
  takenOut: ['LOCATION', 'TRAILING'],
};
const fieldsOf = (over: object) =>
  problemsOf({ ...EMPTY, upload, title: 'A letter', ...over }, '2026-03-16').map(({ field }) => field);

describe('a document before it is filed', () => {
  it('needs a file and a title', () => {
    expect(fieldsOf({ upload: null, title: ' ' })).toEqual(['uploadId', 'title']);
    expect(fieldsOf({})).toEqual([]);
  });

  it('is dated on a day that has come', () => {
    expect(fieldsOf({ datedOn: '2026-03-17' })).toEqual(['datedOn']);
    expect(fieldsOf({ datedOn: '2026-02-30' })).toEqual(['datedOn']);
    expect(fieldsOf({ datedOn: '2026-03-16' })).toEqual([]);
  });

  it('says whose details it holds, and whom the child chose', () => {
    expect(fieldsOf({ category: 'SENS_MH' })).toEqual(['aboutPersonId']);
    expect(fieldsOf({ category: 'PRIVATE' })).toEqual(['namedWorkerIds']);
  });

  it('sends nothing that was left open', () => {
    expect(commandOf({ ...EMPTY, upload, title: ' A letter ', aboutPersonId: 'x' })).toEqual({
      uploadId: upload.id,
      title: 'A letter',
      category: 'NOTES',
    });
  });

  it('is said in words', () => {
    expect(kindAndSize(upload)).toEqual({ kind: 'Picture', size: '412 kB' });
    expect(takenOutWords(upload)).toBe('where and with what it was photographed; bytes behind its end');
  });
});
