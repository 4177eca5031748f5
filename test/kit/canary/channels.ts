import { getDocumentProxy, getMeta } from 'unpdf';
import { pdfText } from '../pdf-text.js';
import { unpacked } from '../unpacked.js';
import type { Answer, Program } from '../program.js';

/** How the text of an answer is read, by its kind of content. A new kind of file is a new line. */
const READ: readonly [type: RegExp, read: (answer: Answer) => Promise<string>][] = [
  [/^application\/pdf/, pdfAndItsProperties],
  [/^application\/vnd\.(openxmlformats|oasis)/, (answer) => Promise.resolve(unpacked(answer.bytes))],
  [/^image\//, (answer) => Promise.resolve(Buffer.from(answer.bytes).toString('latin1'))],
  [/^(application\/(problem\+)?json|text\/)/, (answer) => Promise.resolve(answer.text)],
];

/** The words of a PDF and what it says of itself: title, author, subject, whatever else a viewer shows. */
async function pdfAndItsProperties(answer: Answer): Promise<string> {
  const { info, metadata } = await getMeta(await getDocumentProxy(new Uint8Array(answer.bytes)));
  return `${await pdfText(answer)}\n${JSON.stringify({ info, metadata })}`;
}

/** Everything of an answer as text: its body, whatever it is, and its headers. @throws for a kind nobody reads yet */
export async function textOf(answer: Answer): Promise<string> {
  const headers = JSON.stringify(answer.headers);
  const type = String(answer.headers['content-type'] ?? 'text/plain');
  const read = READ.find(([known]) => known.test(type))?.[1];
  if (!read) throw new Error(`nobody reads ${type} yet: give it a line in test/kit/canary/channels.ts`);
  return `${await read(answer)}\n${headers}`;
}

/** Texts that lie in the database for others than the person who asked: no family's word may be in them. */
export const STORED: readonly { channel: string; sql: string }[] = [
  { channel: 'jobs and mails that wait', sql: 'select payload::text as text from app.outbox' },
  { channel: 'the audit log', sql: 'select e::text as text from audit.entry e' },
];

export const storedTexts = async (program: Program): Promise<{ channel: string; text: string }[]> => {
  const all: { channel: string; text: string }[] = [];
  for (const { channel, sql } of STORED)
    for (const { text } of await program.rows<{ text: string }>(sql)) all.push({ channel, text });
  return all;
};
