/** Why a file is not taken, each with what to do instead. */
export const FILE_REFUSALS = {
  EMPTY: 'The file is empty. Choose it again',
  TOO_LARGE: 'The file is larger than 10 MB. Make the pictures in it smaller, or send it in parts',
  UNKNOWN_KIND: 'This kind of file is not taken. Use PDF, JPEG, PNG, WebP, DOCX, XLSX, ODT or plain text',
  OLD_OFFICE:
    'This is an older Office file, or one with a password. Save it as DOCX, XLSX or PDF without a password',
  PHONE_PICTURE: 'This picture is in a telephone’s own format. Save it as JPEG and choose it again',
  BROKEN: 'The file is damaged or not put together as it should be. Save it anew and choose it again',
  TWO_KINDS: 'This is two files in one, which is not taken. Save it anew and choose it again',
  UNPACKS_TOO_LARGE: 'The file unpacks to far more than it says, which is not taken',
  TOO_MANY_PARTS: 'The file has too many parts. Save it as PDF and choose it again',
  BAD_PART_NAMES: 'The file holds names that lead out of it, which is not taken',
  MACROS: 'The file holds macros or other programs. Save it without them, or as PDF',
  EMBEDDED: 'Another file is hidden in this one. Add that one by itself, or save this one as PDF',
  LINKED: 'The file fetches parts of itself from elsewhere. Save it as PDF and choose it again',
  LOCKED: 'The file has a password. Save it without one and choose it again',
  ACTIVE_PDF: 'The PDF holds a program, a form that sends, or another file. Print it to a new PDF',
  TOO_MANY_PAGES: 'The PDF has more than 300 pages. Send the part that matters',
  TOO_MANY_PIXELS: 'The picture is too large. Make it smaller and choose it again',
  HARMFUL: 'The file was recognised as harmful and was not kept. Tell whoever looks after your computer',
  TOO_LONG: 'The file took too long to look through. Save it as a simpler file, or in parts',
} as const;
export type FileRefusal = keyof typeof FILE_REFUSALS;

/** What was taken out before a file was kept, in words for whoever sent it. */
export const TAKEN_OUT = {
  LOCATION: 'where and with what it was photographed',
  PROPERTIES: 'who made it and with what program',
  TEMPLATE: 'the address of its template',
  TRAILING: 'bytes behind its end',
} as const;
export type TakenOut = keyof typeof TAKEN_OUT;
