import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/**
 * The same picture with a palette of 256 colours, a third of the size: screens have few colours, and a repository keeps
 * every version of a picture. Takes what a browser makes: 8-bit PNG in true colour, not interlaced.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function withFewerColours(png) {
  const { width, height, channels, data } = decode(png);
  const colours = mostUsed(data, channels);
  const known = new Map();
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from += channels) {
      const colour = (data[from] << 16) | (data[from + 1] << 8) | data[from + 2];
      let index = known.get(colour);
      if (index === undefined) known.set(colour, (index = nearest(colours, colour)));
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  return encode(width, height, colours, rows);
}

/** Colours by how often they occur, thinned out: first every hue, then neighbours. */
function mostUsed(data, channels) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += channels) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const chosen = [];
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  for (const apart of [2000, 160, 40, 0]) {
    for (const colour of sorted) {
      if (chosen.length === COLOURS) return chosen;
      if (chosen.every((other) => distance(other, colour) > apart)) chosen.push(colour);
    }
  }
  return chosen;
}

function nearest(colours, colour) {
  let best = 0;
  let least = Infinity;
  for (let index = 0; index < colours.length; index++) {
    const far = distance(colours[index], colour);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const parts = [];
  let width = 0;
  let height = 0;
  let channels = 0;
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]] ?? 0;
      if (body[8] !== 8 || body[12] !== 0 || channels === 0) throw new Error('a PNG of another kind');
    }
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  return {
    width,
    height,
    channels,
    data: unfilter(inflateSync(Buffer.concat(parts)), width, height, channels),
  };
}

/** Takes back what PNG does to each line before it is packed. */
function unfilter(raw, width, height, channels) {
  const line = width * channels;
  const data = Buffer.alloc(height * line);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= channels ? data[at - channels] : 0;
      const up = y > 0 ? data[at - line] : 0;
      const corner = x >= channels && y > 0 ? data[at - line - channels] : 0;
      data[at] = (raw[y * (line + 1) + 1 + x] + predicted(filter, left, up, corner)) & 255;
    }
  }
  return data;
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [byLeft, byUp, byCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

function encode(width, height, colours, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [
    ['IHDR', header],
    ['PLTE', palette],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([SIGNATURE, ...chunks.map(([type, body]) => chunk(type, body))]);
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
