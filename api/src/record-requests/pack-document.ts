import { formatDate } from '@encircle/shared/dates';
import type { PackLine, WithholdGround } from '@encircle/shared/record-requests';
import { TaggedPdf } from '#api/platform/documents/tagged-pdf.js';
import type { RequestRow } from './domain/request-row.js';

const SOURCES: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  ASSESSMENT: 'Assessment',
  MINUTES: 'Meeting',
  PLAN: 'Plan',
  ACTION: 'What was agreed to do',
  REVIEW: 'Review',
  ADDRESS: 'Address',
  SETTING: 'School or nursery',
  DISCLOSURE: 'Shared without asking first',
  LEVEL: 'Level of need',
  EVIDENCE: 'What showed a need, or that it was met',
  ENQUIRY: 'Request for support',
  SERVICE_REQUEST: 'Question to a service',
  OVERSIGHT: 'Said by somebody in charge',
  POLICE_NOTICE: 'Notice from the police',
};

/** Said of what an officer kept back; of what the rules keep from this reader nothing is said. */
const WHY: Readonly<Record<WithholdGround, string>> = {
  THIRD_PARTY: 'Some words are about somebody else, or came from somebody else.',
  REPORTER: 'Some words would tell who told us something in confidence.',
  OTHER_PERSON: 'Some words are about another person’s own life.',
  CHILD_CONFIDENCE: 'Some words were told to us in confidence.',
  SERIOUS_HARM: 'Some words could lead to serious harm to somebody.',
  CRIME: 'Some words could stand in the way of preventing a crime.',
  LEGAL_PRIVILEGE: 'Some words are advice from a lawyer.',
  LOCATION: 'Some words would tell where somebody is.',
};

/** The pack as it goes out. Title and file name name nobody; nothing withheld is in the file in any form. */
export function packDocument(row: RequestRow, lines: readonly PackLine[], at: string): Promise<Buffer> {
  const pdf = new TaggedPdf({ title: 'Copy of a record', size: 11, at, pages: true });
  pdf.heading(1, `Copy of a record: ${row.child}`);
  pdf.paragraph(`Request ${row.reference}, received ${formatDate(row.receivedOn)}. For ${row.requester}.`, {
    after: 0,
  });
  pdf.paragraph('[withheld] stands where words were taken out.', { soft: true });
  if (row.status === 'PACKED') pdf.paragraph('Draft: not checked by a second person. Do not send.');
  const out = lines.filter(({ shown }) => shown !== null);
  if (out.length === 0) pdf.paragraph('There is nothing here that we may give you.');
  for (const line of out) {
    pdf.heading(3, `${formatDate(line.day)}: ${SOURCES[line.source] ?? 'Record'}`);
    if (line.by) pdf.paragraph(line.by, { soft: true, after: 0.1 });
    for (const text of (line.shown ?? '').split('\n'))
      if (text.trim() !== '') pdf.paragraph(text, { after: 0.2 });
  }
  const grounds = [...new Set(lines.flatMap(({ ground, locked }) => (ground && !locked ? [ground] : [])))];
  if (grounds.length > 0) {
    pdf.heading(2, 'What is left out, and why');
    pdf.list(
      '',
      grounds.map((ground) => WHY[ground]),
    );
  }
  pdf.paragraph(
    'If something is wrong, tell us and we write your correction beside it. You may ask us to look at this again, or complain to the Information Commissioner.',
    { soft: true },
  );
  return pdf.bytes();
}
