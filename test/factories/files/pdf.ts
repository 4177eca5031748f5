import { deflateSync } from 'node:zlib';

interface PdfWish {
  pages?: number;
  /** Into the catalogue, such as an action for when it is opened. */
  catalogue?: string;
  /** More objects, as they stand. */
  objects?: readonly string[];
  info?: string;
  /** Objects compressed together, as newer programs write them. */
  packed?: string;
  /** The same page named again and again. */
  again?: number;
  metadata?: string;
  trailer?: string;
}

/** A PDF of so many empty pages with a line of words, put together by hand. */
export function pdf(wish: PdfWish = {}): Buffer {
  const pages = wish.pages ?? 1;
  const kids = Array.from({ length: pages }, (_, n) => `${20 + n} 0 R`);
  const again = Array.from({ length: wish.again ?? 0 }, () => '20 0 R');
  const objects: (readonly [number, string | Buffer])[] = [
    [
      1,
      `<< /Type /Catalog /Pages 2 0 R ${wish.catalogue ?? ''} ${wish.metadata ? '/Metadata 6 0 R' : ''} >>`,
    ],
    [2, `<< /Type /Pages /Kids [${[...kids, ...again].join(' ')}] /Count ${pages + again.length} >>`],
    [3, stream('BT /F1 24 Tf 72 720 Td (Dear Ms Marsh) Tj ET')],
    [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    [5, wish.info ?? '<< /Producer (pen) >>'],
    ...(wish.metadata ? [[6, stream(wish.metadata, '/Type /Metadata /Subtype /XML')] as const] : []),
    ...(wish.packed === undefined ? [] : [[7, packedObjects(wish.packed)] as const]),
    ...(wish.objects ?? []).map((each, n) => [8 + n, each] as const),
    ...kids.map(
      (_, n) =>
        [
          20 + n,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
        ] as const,
    ),
  ];
  const out: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places = new Map<number, number>();
  let at = out[0]?.length ?? 0;
  for (const [number, body] of objects) {
    places.set(number, at);
    const whole = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`, 'latin1'),
      Buffer.from(body as string, 'latin1'),
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    out.push(whole);
    at += whole.length;
  }
  const size = 20 + pages;
  const table = Array.from({ length: size }, (_, n) => {
    const place = places.get(n);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  }).join('');
  out.push(
    Buffer.from(
      `xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R ${wish.trailer ?? ''} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(out);
}

export function stream(text: string, entries = ''): Buffer {
  const body = Buffer.from(text, 'latin1');
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${body.length} >>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** One object, numbered 90, compressed as object streams are. */
export function packedObjects(object: string): Buffer {
  const first = '90 0 ';
  const body = deflateSync(Buffer.from(`${first}${object}`, 'latin1'));
  return Buffer.concat([
    Buffer.from(
      `<< /Type /ObjStm /N 1 /First ${first.length} /Filter /FlateDecode /Length ${body.length} >>\nstream\n`,
      'latin1',
    ),
    body,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}
