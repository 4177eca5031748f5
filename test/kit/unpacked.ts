import { inflateRawSync } from 'node:zlib';

/** The words of an archive's parts, one after the other. */
export function unpacked(file: Uint8Array): string {
  const bytes = Buffer.from(file);
  const words: string[] = [];
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const body = bytes.subarray(data, data + bytes.readUInt32LE(at + 18));
    const stored = bytes.readUInt16LE(at + 8) === 0;
    words.push((stored ? body : inflateRawSync(body)).toString('latin1'));
  }
  return words.join('\n');
}
