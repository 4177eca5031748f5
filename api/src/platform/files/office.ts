import type { FileKind, TakenOut } from '@encircle/shared/files';
import { cleanPicture } from './picture.js';
import { isKnownHarm } from './known-harm.js';
import { refuse, type Harmless } from './refusal.js';
import { readZip, writeZip, type ZipPart } from './zip.js';

const ODT_TYPE = 'application/vnd.oasis.opendocument.text';
const CONTENT_TYPES = '[Content_Types].xml';

/** Programs in any of their places. */
const PROGRAMS =
  /(^|\/)(vbaProject[^/]*|vbaData[^/]*|activeX|ctrlProps|macrosheets|dialogsheets|Basic|Scripts)(\/|\.|$)/i;
const PROGRAM_FILES =
  /\.(exe|dll|com|bat|cmd|scr|js|jse|vbs|vbe|wsf|ps1|hta|lnk|jar|class|msi|reg|sh|py|html?)$/i;
/** Whole files inside the file. */
const EMBEDDED = /(^|\/)(embeddings|externalLinks|customUI|webextensions)\//i;
/** Fields that start a program when the document is opened. */
const STARTS_PROGRAM = /<w:(instrText|fldSimple)[^>]*>?[^<>]{0,200}\bDDE(AUTO)?\b|<ddeLink\b/i;
const PRINTER = /(^|\/)printerSettings\/[^/]+\.bin$/i;

/** An Office or OpenDocument file, written anew from its parts: no programs, no other files, nothing about its maker. */
export function cleanOffice(bytes: Buffer): Harmless {
  const parts = readZip(bytes);
  const kind = kindOf(parts);
  const takenOut = new Set<TakenOut>();
  const clean = parts
    .filter(({ name }) => !name.endsWith('/'))
    .map((part) => cleanPart(kind, part, takenOut));
  return { kind, bytes: writeZip(clean), takenOut: [...takenOut], pages: null };
}

function kindOf(parts: readonly ZipPart[]): FileKind {
  const named = new Map(parts.map((part) => [part.name, part]));
  const [first] = parts;
  if (first?.name === 'mimetype') {
    // Of the family of OpenDocument, text is what a service writes to another.
    if (!first.stored || first.bytes.toString('latin1') !== ODT_TYPE || !named.has('content.xml'))
      refuse('UNKNOWN_KIND');
    return 'ODT';
  }
  const types = named.get(CONTENT_TYPES)?.bytes.toString('utf8');
  if (types === undefined) return refuse('UNKNOWN_KIND');
  if (/macroEnabled|vbaProject|activeX/i.test(types)) refuse('MACROS');
  if (named.has('word/document.xml')) return 'DOCX';
  if (named.has('xl/workbook.xml')) return 'XLSX';
  return refuse('UNKNOWN_KIND');
}

function cleanPart(kind: FileKind, part: ZipPart, takenOut: Set<TakenOut>): ZipPart {
  const { name } = part;
  if (PROGRAMS.test(name) || PROGRAM_FILES.test(name)) refuse('MACROS');
  if (EMBEDDED.test(name)) refuse('EMBEDDED');
  if (isKnownHarm(part.bytes)) refuse('HARMFUL');
  const bare = PROPERTIES[kind === 'ODT' ? 'ODT' : 'OOXML'].get(name);
  if (bare !== undefined) {
    takenOut.add('PROPERTIES');
    return { ...part, bytes: Buffer.from(bare, 'utf8') };
  }
  // What a printer was called tells where somebody works.
  if (PRINTER.test(name)) return { ...part, bytes: Buffer.alloc(part.bytes.length) };
  if (/\.(xml|rels|vml|rdf)$/i.test(name)) return cleanXml(part, takenOut);
  if (/\.(jpe?g|png|webp)$/i.test(name)) {
    const picture = cleanPicture(part.bytes);
    for (const each of picture.takenOut) takenOut.add(each);
    return { ...part, bytes: picture.bytes };
  }
  if (/\.(emf|wmf|gif|svg|bmp|tiff?|ttf|odttf)$/i.test(name)) {
    if (/\.svg$/i.test(name)) askDrawing(part.bytes.toString('utf8'));
    return part;
  }
  if (
    kind === 'ODT' &&
    /^(mimetype|layout-cache|Thumbnails\/|ObjectReplacements\/|Configurations2\/)/.test(name)
  )
    return part;
  return refuse('EMBEDDED');
}

function cleanXml(part: ZipPart, takenOut: Set<TakenOut>): ZipPart {
  const text = xmlText(part.bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) refuse('BROKEN');
  if (STARTS_PROGRAM.test(text)) refuse('MACROS');
  if (/<(office:scripts|script:event-listener|script:module)\b[^>]*[^/]>\s*<|<script:/i.test(text))
    refuse('MACROS');
  if (/<manifest:encryption-data/i.test(text)) refuse('LOCKED');
  if (
    /<(draw:image|draw:object|draw:object-ole|draw:plugin|text:section-source)\b[^>]*xlink:href="(?!#)[a-z]+:/i.test(
      text,
    )
  )
    refuse('LINKED');
  const cleaned = part.name.endsWith('.rels') ? cleanLinks(text, takenOut) : withoutTemplate(text, takenOut);
  return cleaned === text ? part : { ...part, bytes: Buffer.from(cleaned, 'utf8') };
}

/** Office writes UTF-8; another encoding would let the same bytes be read in two ways. */
function xmlText(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return text.decode(bytes);
  } catch {
    return refuse('BROKEN');
  }
}

const OUTSIDE = /<Relationship\b[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi;

/** Links a person clicks stay; anything fetched by itself does not. */
function cleanLinks(text: string, takenOut: Set<TakenOut>): string {
  return text.replace(OUTSIDE, (link) => {
    if (/\/hyperlink["']/i.test(link)) {
      if (!/Target\s*=\s*["'](https?:|mailto:|tel:|#)/i.test(link)) refuse('LINKED');
      return link;
    }
    if (!/\/attachedTemplate["']/i.test(link)) refuse('LINKED');
    takenOut.add('TEMPLATE');
    return '';
  });
}

function withoutTemplate(text: string, takenOut: Set<TakenOut>): string {
  return text.replace(/<w:attachedTemplate\b[^>]*\/>/g, () => {
    takenOut.add('TEMPLATE');
    return '';
  });
}

function askDrawing(text: string): void {
  if (/<script|<!ENTITY|\son\w+\s*=|javascript:|<foreignObject/i.test(text)) refuse('MACROS');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PROPERTIES: Readonly<Record<'OOXML' | 'ODT', ReadonlyMap<string, string>>> = {
  OOXML: new Map([
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
    ],
    [
      'docProps/app.xml',
      `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
    ],
    [
      'docProps/custom.xml',
      `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
    ],
  ]),
  ODT: new Map([
    [
      'meta.xml',
      `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`,
    ],
  ]),
};
