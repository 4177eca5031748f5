import { styled } from '@mui/material/styles';
import { ATTENDANCE_CODES, labelOf, RSVP_ANSWERS } from '@encircle/shared/codes';
import type { InvitationView } from '@encircle/shared/meetings';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { Key } from '@web/ui/layout';
import { PersonDot } from '@web/ui/PersonDot';
import { Segments } from '@web/ui/Segments';
import { Select } from '@web/ui/Select';
import { Tag } from '@web/ui/Tag';
import { TextInput } from '@web/ui/TextInput';
import { roleWords } from '../meeting-words';
import {
  absentCodes,
  choiceOf,
  choicesFor,
  codeOf,
  markOf,
  type Choice,
  type Mark,
} from './attendance.model';

const Shell = styled('li')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--edge)',
  padding: 12,
  display: 'grid',
  gap: 8,
  '& .head': {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) auto',
    gap: 10,
    alignItems: 'start',
  },
  '& small': { display: 'block', fontSize: '0.8125rem', lineHeight: '1.125rem', color: 'var(--ink-soft)' },
  '& fieldset label': { paddingInline: 3, fontSize: '0.8125rem' },
});

const WORDS: Record<Choice, WordKey> = {
  CAME: 'meetings.room.cameOnly',
  PART: 'meetings.room.part',
  DEPUTY: 'meetings.room.deputy',
  REPORT: 'meetings.room.report',
  SENT_VIEWS: 'meetings.room.sentViews',
  NOT_HERE: 'meetings.room.notHere',
};

interface PersonCardProps {
  who: InvitationView;
  mark: Mark | undefined;
  /** The number key that marks this person; null beyond nine. */
  number: number | null;
  onMark: (mark: Mark) => void;
}

/** One person: one key or one press, and a line for what has to be said with it. */
export function PersonCard({ who, mark, number, onMark }: PersonCardProps) {
  const w = useWords();
  const name = who.name ?? w('week.someone');
  const shown = mark ?? markOf(who);
  const choice = choiceOf(shown?.code ?? null, who);
  const put = (part: Partial<Mark>) => onMark({ code: 'ATT', reason: '', deputyName: '', ...shown, ...part });
  return (
    <Shell>
      <div className="head">
        <PersonDot
          name={name}
          size={36}
          tone={who.kind === 'FAMILY' ? 'child' : who.mine ? 'self' : 'other'}
        />
        <div>
          <strong>{name}</strong>
          <small>{[who.isLead ? w('meetings.lead') : '', roleWords(who)].filter(Boolean).join(', ')}</small>
          <small>{labelOf(RSVP_ANSWERS, who.rsvp)}</small>
        </div>
        {number !== null && <Key aria-hidden>{number}</Key>}
      </div>
      {who.attendance === 'UNINV' ? (
        <Tag mark="tick" tone="good">
          {labelOf(ATTENDANCE_CODES, 'UNINV')}
        </Tag>
      ) : (
        <Segments
          name={who.id}
          label={name}
          options={choicesFor(who).map((each) => ({ value: each, label: w(WORDS[each]) }))}
          value={choice}
          onChange={(value) =>
            put({ code: codeOf(value as Choice, who), ...(value === 'NOT_HERE' ? {} : { reason: '' }) })
          }
        />
      )}
      {shown?.code === 'DEP' && (
        <TextInput
          name={`deputy-${who.id}`}
          label={w('meetings.room.deputyName')}
          value={shown.deputyName}
          onChange={(event) => put({ deputyName: event.target.value })}
        />
      )}
      {choice === 'NOT_HERE' && shown && (
        <>
          <Select
            name={`why-${who.id}`}
            label={w('meetings.room.why')}
            empty={false}
            options={absentCodes(who).map((code) => ({
              value: code,
              label: labelOf(ATTENDANCE_CODES, code),
            }))}
            value={shown.code}
            onChange={(event) => put({ code: event.target.value })}
          />
          <TextInput
            name={`reason-${who.id}`}
            label={w('meetings.room.reason')}
            optional={w('meetings.ifAny')}
            value={shown.reason}
            onChange={(event) => put({ reason: event.target.value })}
          />
        </>
      )}
    </Shell>
  );
}
