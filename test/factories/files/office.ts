import { zipOf, type Part } from './zip.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const link = (id: string, type: string, target: string, outside = true): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`;

/** The parts of a letter in Word. */
export const letterParts = (over: { types?: string; links?: string; body?: string } = {}): Part[] => [
  {
    name: '[Content_Types].xml',
    bytes: `${XML}<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${over.types ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'}"/></Types>`,
  },
  {
    name: '_rels/.rels',
    bytes: `${XML}<Relationships xmlns="${LINKS}">${link('r1', 'officeDocument', 'word/document.xml', false)}</Relationships>`,
  },
  {
    name: 'word/document.xml',
    bytes: `${XML}<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>Dear Ms Marsh, Ava sees the nurse on Monday.</w:t></w:r></w:p>${over.body ?? ''}</w:body></w:document>`,
  },
  {
    name: 'word/_rels/document.xml.rels',
    bytes: `${XML}<Relationships xmlns="${LINKS}">${over.links ?? ''}</Relationships>`,
  },
  {
    name: 'docProps/core.xml',
    bytes: `${XML}<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Quillon Ashdown</dc:creator><cp:lastModifiedBy>Quillon Ashdown</cp:lastModifiedBy></cp:coreProperties>`,
  },
];

export const letter = (over: Parameters<typeof letterParts>[0] = {}, more: readonly Part[] = []): Buffer =>
  zipOf([...letterParts(over), ...more]);

export const sheet = (more: readonly Part[] = []): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', bytes: `${XML}<Types xmlns="${TYPES}"/>` },
    { name: 'xl/workbook.xml', bytes: `${XML}<workbook/>` },
    { name: 'xl/worksheets/sheet1.xml', bytes: `${XML}<worksheet><sheetData/></worksheet>` },
    ...more,
  ]);

export const openText = (more: readonly Part[] = [], body = ''): Buffer =>
  zipOf([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      bytes: `${XML}<office:document-content><office:body>${body}<text:p>Words</text:p></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      bytes: `${XML}<office:document-meta><dc:creator>Quillon Ashdown</dc:creator></office:document-meta>`,
    },
    ...more,
  ]);
