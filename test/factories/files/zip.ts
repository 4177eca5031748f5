import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, with what somebody may lie about. */
export interface Part {
  name: string;
  bytes: string | Buffer;
  stored?: boolean;
  /** What its directory says it unpacks to. */
  claims?: number;
  /** Another name in front of the data than in the directory. */
  localName?: string;
  /** Lies where that part lies. */
  over?: number;
  locked?: boolean;
}

/** An archive as its parts say, honest or not. */
export function zipOf(parts: readonly Part[], more: { before?: Buffer; comment?: string } = {}): Buffer {
  const before = more.before ?? Buffer.alloc(0);
  const places: number[] = [];
  const locals: Buffer[] = [before];
  let at = before.length;
  const heads = parts.map((part) => {
    const bytes = Buffer.from(part.bytes as string);
    const data = part.stored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.locked ? 1 : 0, 2);
    head.writeUInt16LE(part.stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes) >>> 0, 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(part.claims ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(part.name), 22);
    const local = Buffer.concat([word(0x04034b50), head, Buffer.from(part.localName ?? part.name), data]);
    places.push(part.over === undefined ? at : (places[part.over] ?? 0));
    if (part.over === undefined) {
      locals.push(local);
      at += local.length;
    }
    return head;
  });
  const directory = parts.map((part, n) => {
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(places[n] ?? 0, 10);
    return Buffer.concat([
      word(0x02014b50),
      Buffer.from([20, 0]),
      heads[n] ?? Buffer.alloc(0),
      tail,
      Buffer.from(part.name),
    ]);
  });
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(more.comment?.length ?? 0, 16);
  return Buffer.concat([...locals, ...directory, word(0x06054b50), end, Buffer.from(more.comment ?? '')]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
