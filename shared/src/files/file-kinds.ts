/** The kinds of file that are taken. A file is what its first bytes say, whatever its name ends in. */
export const FILE_KINDS = ['PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'XLSX', 'ODT', 'TXT'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface KindWords {
  mime: string;
  ending: string;
  /** As people call it. */
  label: string;
  /** A screen may draw it. */
  picture: boolean;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

export const FILE_KIND: Readonly<Record<FileKind, KindWords>> = {
  PDF: { mime: 'application/pdf', ending: 'pdf', label: 'PDF', picture: false },
  JPEG: { mime: 'image/jpeg', ending: 'jpg', label: 'Picture', picture: true },
  PNG: { mime: 'image/png', ending: 'png', label: 'Picture', picture: true },
  WEBP: { mime: 'image/webp', ending: 'webp', label: 'Picture', picture: true },
  DOCX: { mime: `${OOXML}.wordprocessingml.document`, ending: 'docx', label: 'Word', picture: false },
  XLSX: { mime: `${OOXML}.spreadsheetml.sheet`, ending: 'xlsx', label: 'Excel', picture: false },
  ODT: {
    mime: 'application/vnd.oasis.opendocument.text',
    ending: 'odt',
    label: 'OpenDocument',
    picture: false,
  },
  TXT: { mime: 'text/plain; charset=utf-8', ending: 'txt', label: 'Plain text', picture: false },
};

/** For the file field of a form. A phone that is asked for JPEG turns its own format into it. */
export const ACCEPTED_FILES = Object.values(FILE_KIND)
  .map(({ ending }) => `.${ending}`)
  .concat('.jpeg', 'image/jpeg', 'image/png')
  .join(',');
export const ACCEPTED_PICTURES = 'image/jpeg,image/png,image/webp';

/** One limit for all kinds: a scanned letter of twenty pages is about half of it. */
export const MOST_BYTES = 10_000_000;
export const MOST_PAGES = 300;
/** Width times height: a photograph of a large telephone camera is about half of it. */
export const MOST_PIXELS = 100_000_000;

/** `412 kB`, `3.4 MB`: as people say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
