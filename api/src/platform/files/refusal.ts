import type { FileKind, FileRefusal, TakenOut } from '@encircle/shared/files';

/** A file that is not taken. */
export class FileRefused extends Error {
  constructor(readonly code: FileRefusal) {
    super(code);
  }
}

/** A file as it is kept: what could harm or tell too much is gone. */
export interface Harmless {
  kind: FileKind;
  bytes: Buffer;
  takenOut: TakenOut[];
  /** PDF only. */
  pages: number | null;
}

export function refuse(code: FileRefusal): never {
  throw new FileRefused(code);
}
