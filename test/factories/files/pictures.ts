import { crc32, deflateSync } from 'node:zlib';

const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** Camera data as a phone writes it: which way up it was held, and where it was (51.5 north), in so many words. */
export function cameraData(turned: number, place: string): Buffer {
  const words = Buffer.from(`${place}\0`, 'latin1');
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(tag, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt32BE(count, 4);
    return Buffer.concat([head, value]);
  };
  const turnedValue = Buffer.from([0, turned, 0, 0]);
  const offset = Buffer.alloc(4);
  offset.writeUInt32BE(8 + 2 + 24 + 4);
  const directory = Buffer.concat([
    Buffer.from([0, 2]),
    entry(0x010e, 2, words.length, offset),
    entry(0x0112, 3, 1, turnedValue),
    Buffer.alloc(4),
  ]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\b', 'latin1'), directory, words]);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** A real picture of 8 by 8 grey points, with whatever segments somebody put into it. */
export function jpeg(
  segments: readonly (readonly [marker: number, body: Buffer])[] = [],
  over: { width?: number; height?: number; behind?: Buffer } = {},
): Buffer {
  const quanta = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 16)]));
  const size = Buffer.alloc(4);
  size.writeUInt16BE(over.height ?? 8, 0);
  size.writeUInt16BE(over.width ?? 8, 2);
  const frame = segment(0xc0, Buffer.concat([Buffer.from([8]), size, Buffer.from([1, 1, 0x11, 0])]));
  const codes = (kind: number): Buffer =>
    segment(0xc4, Buffer.concat([Buffer.from([kind, 1]), Buffer.alloc(15), Buffer.from([0])]));
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(([marker, body]) => segment(marker, body)),
    quanta,
    frame,
    codes(0),
    codes(0x10),
    scan,
    Buffer.from([0x3f, 0xff, 0xd9]),
    over.behind ?? Buffer.alloc(0),
  ]);
}

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([head, named, check]);
};

/** A real picture of one grey point. */
export function png(
  chunks: readonly (readonly [name: string, body: Buffer])[] = [],
  over: { width?: number; behind?: Buffer } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(over.width ?? 1, 0);
  header.writeUInt32BE(over.width ?? 1, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...chunks.map(([name, body]) => chunk(name, body)),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
    over.behind ?? Buffer.alloc(0),
  ]);
}

const riff = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), head, body, Buffer.alloc(body.length % 2)]);
};

/** A picture in the newer format of the web, of one point. */
export function webp(chunks: readonly (readonly [name: string, body: Buffer])[] = []): Buffer {
  const point = Buffer.from('2f00000000073' + '0fdff' + 'fe0700', 'hex');
  const extended = Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const body = [
    riff('VP8X', extended),
    riff('VP8L', point),
    ...chunks.map(([name, each]) => riff(name, each)),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...body]));
}
