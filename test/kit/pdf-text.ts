import { extractText, getDocumentProxy } from 'unpdf';
import type { Answer } from './program.js';

/** The words of a PDF, as a reader sees them. */
export async function pdfText({ bytes }: Answer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}
