import type { NoteView } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import type { NoteRow } from './persistence/notes.repository.js';

/** A note as its reader may have it. */
export function noteView(ctx: AccessContext, row: NoteRow): NoteView {
  return {
    id: row.id,
    version: row.version,
    subjectId: row.subjectId,
    aboutPersonId: row.aboutPersonId,
    category: row.category,
    kind: row.kind,
    eventOn: row.eventOn,
    recordedAt: row.recordedAt,
    text: row.text,
    saidBy: row.saidBy,
    ownWords: row.ownWords,
    childSeen: row.childSeen,
    significant: row.significant,
    author: row.author,
    agency: row.agency,
    mine: row.authorId === ctx.userId,
    struckAt: row.struckAt,
    struckReason: row.struckReason,
    repairs: row.repairs,
    mendUntil: row.mendUntil,
    flag: row.flag,
  };
}
