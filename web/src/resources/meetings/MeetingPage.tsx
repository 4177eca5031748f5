import { styled } from '@mui/material/styles';
import { ShieldAlert, Users } from 'lucide-react';
import { useParams } from 'react-router';
import { ATTENDANCE_CODES, labelOf, MEETING_STATUSES, RSVP_ANSWERS } from '@encircle/shared/codes';
import { formatLong, formatShort, londonDate } from '@encircle/shared/dates';
import type { InvitationView, MeetingView, MinuteView } from '@encircle/shared/meetings';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { useHashTarget } from '@web/pages/useHashTarget';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Columns, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { PersonDot } from '@web/ui/PersonDot';
import { Tag } from '@web/ui/Tag';
import { CaseLink } from '@web/layout/CaseLink';
import { AskByLinkCard } from './AskByLinkCard';
import { ChangeCard } from './ChangeCard';
import { LeftOutCard } from './LeftOutCard';
import { AnswerCard } from './AnswerCard';
import { decisionWords, modeWords, roleWords, typeWords, whenWords } from './meeting-words';
import { MendMeeting } from './MendMeeting';
import { ReportsCard } from './ReportsCard';
import { asksAtOnce, mayWriteReport } from './report-states.model';
import { SendCard } from './SendCard';
import { WriteReportCard } from './WriteReportCard';

const Person = styled('li')({
  display: 'flex',
  gap: 12,
  alignItems: 'center',
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& > div': { flex: 1, minWidth: 0 },
});

/** One meeting: when, who is asked and what they say, what came of it. */
export default function MeetingPage() {
  const { meetingId = '' } = useParams();
  const query = useGet<MeetingView>(`/meetings/${meetingId}`);
  return <Loaded query={query}>{(meeting) => <Meeting meeting={meeting} />}</Loaded>;
}

function Meeting({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const can = useCan();
  useHashTarget();
  const mine = meeting.invitations.find((each) => each.mine);
  const planned = meeting.status === 'PLANNED';
  const off = meeting.statusReason !== null && !planned && meeting.status !== 'HELD';
  const room = meeting.mayRun && (planned || meeting.status === 'HELD');
  return (
    <>
      <PageTitle
        title={
          meeting.child.name === null
            ? w('meetings.nameless')
            : w('meetings.nameOf', { child: meeting.child.name })
        }
        kicker={<CaseLink caseId={meeting.episodeId} name={meeting.child.name} />}
        note={`${typeWords(meeting)} · ${whenWords(meeting.plannedAt)}`}
        actions={
          <>
            {can('create', 'safeguarding') && (
              <Button kind="neutral" icon={ShieldAlert} to={`/safeguarding/refer?case=${meeting.episodeId}`}>
                {w('safeguarding.menu')}
              </Button>
            )}
            {room && (
              <Button kind="filled" icon={Users} to={`/meetings/${meeting.id}/room`}>
                {w(planned ? 'meetings.openRoom' : 'meetings.recordRoom')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {off && (
          <Notice kind="amber">{w('meetings.calledOff', { reason: meeting.statusReason ?? '' })}</Notice>
        )}
        {meeting.warnings.map((each) => (
          <Notice key={each.code} kind="amber">
            {each.words}.
          </Notice>
        ))}
        <Card>
          <Facts
            facts={[
              { label: w('meetings.status'), value: labelOf(MEETING_STATUSES, meeting.status) },
              {
                label: w('meetings.place'),
                value: meeting.place ?? modeWords(meeting.mode),
                notes: [w('meetings.minutes', { n: meeting.durationMinutes })],
              },
              {
                label: w('meetings.chair'),
                value: meeting.chairName ?? '',
                notes:
                  meeting.minuteTakerName === null
                    ? []
                    : [`${w('meetings.minuteTaker')}: ${meeting.minuteTakerName}`],
              },
              {
                label: w('meetings.next'),
                value: meeting.next === null ? '–' : formatLong(londonDate(meeting.next.plannedAt)),
                notes:
                  meeting.next === null && meeting.noNextReason !== null
                    ? [w('meetings.noNext', { reason: meeting.noNextReason })]
                    : [],
              },
            ]}
          />
          <MendMeeting meeting={meeting} />
        </Card>
        <Columns>
          <Stack>
            {mine && planned && <AnswerCard invitation={mine} meeting={meeting} />}
            {mine && mayWriteReport(mine, meeting.status) && (!meeting.mayRun || asksAtOnce(mine, '')) && (
              <WriteReportCard invitation={mine} meeting={meeting} />
            )}
            <Lines meeting={meeting} />
            <ReportsCard meeting={meeting} />
            {meeting.mayRun && meeting.status === 'HELD' && <SendCard meeting={meeting} />}
          </Stack>
          <Stack>
            <Card title={w('meetings.people')} count={meeting.invitations.length} flush>
              <CardLines>
                {meeting.invitations.map((each) => (
                  <Invited key={each.id} who={each} />
                ))}
              </CardLines>
            </Card>
            {meeting.mayRun && planned && <AskByLinkCard meeting={meeting} />}
            <LeftOutCard meetingId={meeting.id} />
            {meeting.mayRun && planned && <ChangeCard meeting={meeting} />}
            {meeting.earlier.length > 0 && (
              <Card title={w('meetings.earlier')}>
                {meeting.earlier.map((each) => (
                  <p key={each.id}>
                    {w('meetings.earlierLine', {
                      date: formatLong(londonDate(each.plannedAt)),
                      status: labelOf(MEETING_STATUSES, each.status).toLowerCase(),
                      reason: each.reason ?? '',
                    })}
                    {each.askedBy !== null && ` (${w('meetings.earlierAsked', { name: each.askedBy })})`}
                  </p>
                ))}
              </Card>
            )}
          </Stack>
        </Columns>
      </Stack>
    </>
  );
}

function Invited({ who }: { who: InvitationView }) {
  const w = useWords();
  const name = who.name ?? w('week.someone');
  const notes = [
    roleWords(who),
    who.isLead ? w('meetings.lead') : '',
    who.mine ? w('meetings.you') : '',
    who.required ? '' : w('meetings.optional'),
  ];
  const state =
    who.attendance === null ? labelOf(RSVP_ANSWERS, who.rsvp) : labelOf(ATTENDANCE_CODES, who.attendance);
  return (
    <Person>
      <PersonDot name={name} tone={who.kind === 'FAMILY' ? 'child' : who.mine ? 'self' : 'other'} />
      <div>
        <strong>{name}</strong>
        <small>{notes.filter(Boolean).join(' · ')}</small>
        <small>
          {w('meetings.invitedOn', { date: formatShort(who.invitedOn) })}
          {who.shortNotice && `, ${w('meetings.shortNotice')}`}
          {who.rsvpNote !== null && ` · ${who.rsvpNote}`}
        </small>
      </div>
      <Tag tone={who.attendance === null && who.rsvp === 'NO_ANSWER' ? 'outline' : 'neutral'}>{state}</Tag>
    </Person>
  );
}

const KINDS = ['QUESTION', 'DECISION', 'POINT', 'PARKED'] as const;

function Lines({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  return (
    <Card title={w('meetings.lines.title')} count={meeting.minutes.length}>
      {meeting.minutes.length === 0 && <p>{w('meetings.lines.none')}</p>}
      <Stack>
        {KINDS.map((kind) => {
          const lines = meeting.minutes.filter((line) => line.kind === kind);
          if (lines.length === 0) return null;
          return (
            <section key={kind} aria-label={w(`meetings.lines.${kind}`)}>
              <h3>{w(`meetings.lines.${kind}`)}</h3>
              <ul>
                {lines.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
            </section>
          );
        })}
      </Stack>
    </Card>
  );
}

function Line({ line }: { line: MinuteView }) {
  const w = useWords();
  return (
    <li>
      {line.kind === 'DECISION' ? decisionWords(line) : line.text}
      {line.saidBy !== null && ` (${line.saidBy})`}
      {line.answered !== null && ` ${line.answered}`}
      {line.category !== 'MEETING' && (
        <>
          {' '}
          <Tag tone="slate">{w('meetings.lines.hidden')}</Tag>
        </>
      )}
    </li>
  );
}
