import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inRoot } from '../../tools/paths.mjs';
import { withFewerColours } from '../../tools/screenshots/palette.mjs';

type Pixel = readonly [red: number, green: number, blue: number];

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A true-colour PNG whose lines use each of the five filters in turn. */
function png(width: number, height: number, pixel: (x: number, y: number) => Pixel): Buffer {
  const line = width * 3;
  const data = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(pixel(x, y), y * line + x * 3);
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (data[y * line + x] ?? 0));
  const raw = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y++) {
    const filter = y % 5;
    raw[y * (line + 1)] = filter;
    for (let x = 0; x < line; x++) {
      const [left, up, corner] = [at(x - 3, y), at(x, y - 1), at(x - 3, y - 1)];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      raw[y * (line + 1) + 1 + x] = at(x, y) - guess;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function paeth(left: number, up: number, corner: number): number {
  const whole = left + up - corner;
  const far = [left, up, corner].map((each) => Math.abs(whole - each));
  return [left, up, corner][far.indexOf(Math.min(...far))] ?? 0;
}

/** Reads a picture with a palette back, as pixels. */
function pixels(file: Buffer): Pixel[] {
  const bodies = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    bodies.set(
      file.toString('latin1', at + 4, at + 8),
      file.subarray(at + 8, at + 8 + file.readUInt32BE(at)),
    );
  const body = (type: string) => bodies.get(type) ?? Buffer.alloc(0);
  const [width, height] = [body('IHDR').readUInt32BE(0), body('IHDR').readUInt32BE(4)];
  const raw = inflateSync(body('IDAT'));
  return Array.from({ length: width * height }, (_, n) => {
    const index = raw[Math.floor(n / width) * (width + 1) + 1 + (n % width)] ?? 0;
    return [...body('PLTE').subarray(index * 3, index * 3 + 3)] as unknown as Pixel;
  });
}

describe('a picture with fewer colours', () => {
  it('is the same picture when it had few', () => {
    const pixel = (x: number, y: number): Pixel => [(x * 40) & 255, (y * 60) & 255, 128];
    const wanted = Array.from({ length: 70 }, (_, n) => pixel(n % 7, Math.floor(n / 7)));
    expect(pixels(withFewerColours(png(7, 10, pixel)))).toEqual(wanted);
  });

  it('stays close when it had many', () => {
    const pixel = (x: number, y: number): Pixel => [x * 4, y * 4, (x * y) & 255];
    const seen = pixels(withFewerColours(png(64, 64, pixel)));
    const worst = Math.max(
      ...seen.flatMap((colour, n) =>
        colour.map((value, part) => Math.abs(value - (pixel(n % 64, Math.floor(n / 64))[part] ?? 0))),
      ),
    );
    expect(worst).toBeLessThan(64);
  });

  it('says so when it is handed something else', () => {
    expect(() => withFewerColours(Buffer.from('GIF89a, surely not'))).toThrow('not a PNG');
  });
});

describe('the pictures', () => {
  const folder = inRoot('docs', 'pictures');

  it('are small enough to keep every version of', () => {
    const large = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).size > 300_000);
    expect(large).toEqual([]);
  });

  it('are there where the documents show them', () => {
    for (const page of ['README.md', 'docs/pictures/beside.md']) {
      if (!existsSync(inRoot(page))) continue;
      const shown = [...readFileSync(inRoot(page), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)];
      for (const [, path = ''] of shown) expect(existsSync(inRoot(page, '..', path))).toBe(true);
    }
  });
});
