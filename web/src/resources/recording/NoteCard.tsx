import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { INFORMATION_CATEGORIES, labelOf, NOTE_TYPES } from '@encircle/shared/codes';
import { formatLong, formatShort, londonDate } from '@encircle/shared/dates';
import type { NoteView } from '@encircle/shared/recording';
import { useWords, type Words } from '@web/i18n/useWords';
import { useCan, useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { Actions } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { Voice } from '@web/ui/Voice';
import { FlagNoteDialog, NoteFlag } from './NoteFlag';
import { mendingOf } from './mend.model';
import { MendNoteDialog } from './MendNoteDialog';
import { RepairLines } from './MendingReference';
import { StrikeOutReference } from './StrikeOutReference';
import type { NotePeople } from './WriteNote';

const Text = styled('p')({
  whiteSpace: 'pre-line',
  maxWidth: '72ch',
  '&[data-struck]': { textDecoration: 'line-through', color: 'var(--ink-soft)' },
});
const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  justifyContent: 'space-between',
  alignItems: 'center',
});

interface NoteCardProps {
  note: NoteView;
  /** The children of the record: with more than one, a note says whose it is. */
  family: NotePeople['children'];
  episodeId: string;
}

/** One note: the day it happened on top, who wrote it and when under it. A struck one stays readable as struck. */
export function NoteCard({ note, family, episodeId }: NoteCardProps) {
  const w = useWords();
  const can = useCan();
  const [striking, setStriking] = useState(false);
  const [flagging, setFlagging] = useState(false);
  const [mending, setMending] = useState(false);
  const mend = mendingOf(note, useToday());
  const struck = note.struckAt !== null;
  const mayStrike = note.mine && !struck && can('update', 'note');
  const mayFlag = note.category === 'PRIVATE' && !struck && note.flag === null && can('update', 'note');
  return (
    <Card
      title={labelOf(NOTE_TYPES, note.kind)}
      note={formatLong(note.eventOn)}
      link={<NoteTags note={note} family={family} />}
      foot={
        <Foot>
          <span>{writtenWords(w, note)}</span>
          <Actions>
            {mayFlag && (
              <Button kind="neutral" size="small" onClick={() => setFlagging(true)}>
                {w('recording.flag.act')}
              </Button>
            )}
            {mend === 'YES' && can('update', 'note') && (
              <Button kind="quiet" size="small" onClick={() => setMending(true)}>
                {w('recording.mend.act')}
              </Button>
            )}
            {mayStrike && (
              <Button kind="quiet" size="small" onClick={() => setStriking(true)}>
                {w('recording.notes.strike')}
              </Button>
            )}
          </Actions>
        </Foot>
      }
    >
      {note.ownWords && !struck ? (
        <Voice words={note.text} from={note.saidBy} />
      ) : (
        <Text {...(struck ? { 'data-struck': '' } : {})}>{note.text}</Text>
      )}
      {struck && (
        <p>
          {w('recording.notes.struckWhy', {
            date: formatLong(londonDate(note.struckAt ?? '')),
            reason: note.struckReason ?? '',
          })}
        </p>
      )}
      <RepairLines repairs={note.repairs} nameOf={(id) => family.find((each) => each.id === id)?.name} />
      {mend === 'LATE' && (
        <Disclosure summary={w('recording.mend.act')}>
          {w('recording.mend.late', { date: formatLong(note.mendUntil ?? '') })}
        </Disclosure>
      )}
      {mending && (
        <MendNoteDialog note={note} family={family} episodeId={episodeId} onDone={() => setMending(false)} />
      )}
      {note.flag && <NoteFlag note={note} flag={note.flag} episodeId={episodeId} />}
      {flagging && <FlagNoteDialog note={note} episodeId={episodeId} onDone={() => setFlagging(false)} />}
      {striking && (
        <StrikeOutReference
          path={`/notes/${note.id}`}
          version={note.version}
          episodeId={episodeId}
          words="recording.strike"
          onDone={() => setStriking(false)}
        />
      )}
    </Card>
  );
}

function NoteTags({ note, family }: Pick<NoteCardProps, 'note' | 'family'>) {
  const w = useWords();
  const about = family.length > 1 && family.find(({ id }) => id === note.subjectId);
  return (
    <Actions>
      {about && <Tag tone="outline">{about.name}</Tag>}
      {note.significant && (
        <Tag tone="outline" mark="diamond">
          {w('recording.notes.significant')}
        </Tag>
      )}
      {note.flag && (
        <Tag tone="amber" mark="diamond">
          {w('recording.flag.tag')}
        </Tag>
      )}
      {note.repairs.length > 0 && <Tag>{w('recording.mend.tag')}</Tag>}
      {note.childSeen && <Tag>{w(`recording.notes.seen.${note.childSeen as 'NOT_SEEN'}`)}</Tag>}
      {note.category !== 'NOTES' && <Tag>{labelOf(INFORMATION_CATEGORIES, note.category)}</Tag>}
    </Actions>
  );
}

function writtenWords(w: Words, note: NoteView): string {
  const date = formatShort(londonDate(note.recordedAt));
  const author = note.author ?? '';
  const said = note.saidBy && !note.ownWords ? `${w('recording.line.said', { who: note.saidBy })} · ` : '';
  if (author === '') return said + w('recording.notes.writtenOn', { date });
  return note.agency
    ? said + w('recording.notes.written', { author, agency: note.agency, date })
    : said + w('recording.notes.writtenAlone', { author, date });
}
