import { styled } from '@mui/material/styles';
import { CircleCheck, MessageSquare, PenLine, UserRoundPlus, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { labelOf, MEETING_TYPES } from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { MyWeekView, NewsLine, QuietCase, WeekMeeting } from '@encircle/shared/my-week';
import { useWords } from '@web/i18n/useWords';
import { Stack } from '@web/ui/layout';
import { PersonDot } from '@web/ui/PersonDot';
import { dayAndMonth, momentWords } from './week.model';

const Section = styled('section')({
  '& > h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700, marginBottom: 8 },
  '& > ul': {
    listStyle: 'none',
    padding: 0,
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    boxShadow: 'var(--edge)',
  },
  '& > ul > li': {
    display: 'flex',
    gap: 12,
    padding: '12px 16px',
    fontSize: '0.875rem',
    lineHeight: '1.375rem',
  },
  '& > ul > li + li': { borderTop: '1px solid var(--line)' },
  '& > p': { color: 'var(--ink-soft)' },
  '& .soft': { color: 'var(--ink-soft)' },
  '& .name': {
    display: 'block',
    fontSize: '1rem',
    lineHeight: '1.5rem',
    fontWeight: 700,
    color: 'var(--ink)',
    textDecoration: 'none',
  },
  '& a.name:hover': { textDecoration: 'underline' },
  '& svg': { flex: 'none', marginTop: 1 },
});
const Day = styled('span')({
  flex: 'none',
  alignSelf: 'flex-start',
  display: 'grid',
  justifyItems: 'center',
  minWidth: 54,
  padding: '6px 4px',
  borderRadius: 8,
  background: 'var(--sunken)',
  fontSize: '0.875rem',
  lineHeight: '1.125rem',
  '& strong': { fontSize: '1.25rem', lineHeight: '1.5rem' },
});

/** Never asks for action first: what comes next, what has gone quiet, what is new. */
export function WeekSide({ view }: { view: MyWeekView }) {
  const w = useWords();
  return (
    <Stack>
      <Section aria-labelledby="week-meetings">
        <h2 id="week-meetings">{w('week.side.meetings')}</h2>
        {view.meetings.length === 0 && <p>{w('week.side.noMeetings')}</p>}
        {view.meetings.length > 0 && (
          <ul>
            {view.meetings.map((meeting) => (
              <Meeting key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        )}
      </Section>
      {view.quiet.length > 0 && (
        <Section aria-labelledby="week-quiet">
          <h2 id="week-quiet">{w('week.side.quiet')}</h2>
          <ul>
            {view.quiet.map((quiet) => (
              <Quiet key={quiet.episodeId} quiet={quiet} />
            ))}
          </ul>
        </Section>
      )}
      {view.news.length > 0 && (
        <Section aria-labelledby="week-news">
          <h2 id="week-news">{w('week.side.news')}</h2>
          <ul>
            {view.news.map((line) => (
              <News key={line.key} line={line} today={view.today} />
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}

const nameAndAge = (name: string, age: number | null | undefined): string =>
  age == null ? name : `${name}, ${age}`;

function Meeting({ meeting }: { meeting: WeekMeeting }) {
  const w = useWords();
  const [weekday = '', day = '', month = ''] = formatLong(londonDate(meeting.plannedAt)).split(' ');
  const { answered, invited, waitingFor } = meeting;
  const type =
    meeting.reviewNo === null
      ? labelOf(MEETING_TYPES, meeting.type)
      : `${labelOf(MEETING_TYPES, 'REVIEW_TAC')} ${meeting.reviewNo}`;
  const answers =
    waitingFor !== null
      ? w('week.side.waiting', { answered, invited, name: waitingFor.split(' ')[0] ?? '' })
      : w(answered >= invited ? 'week.side.all' : 'week.side.answered', { answered, invited });
  return (
    <li>
      <Day>
        <span>{weekday}</span>
        <strong>{day}</strong>
        <span>{month.slice(0, 3)}</span>
      </Day>
      <div>
        <Link className="name" to={`/meetings/${meeting.id}`}>
          {nameAndAge(meeting.child?.fullName ?? w('week.someone'), meeting.child?.age)}
        </Link>
        {[londonTime(meeting.plannedAt), type, meeting.place].filter(Boolean).join(' · ')}
        <div className="soft">{answers}</div>
      </div>
    </li>
  );
}

function Quiet({ quiet }: { quiet: QuietCase }) {
  const w = useWords();
  const name = quiet.child?.fullName ?? w('week.someone');
  return (
    <li>
      <PersonDot name={name} tone="child" size={36} />
      <div>
        <strong className="name">{nameAndAge(name, quiet.child?.age)}</strong>
        {quiet.lastOn === null
          ? w('week.side.neverContact', { n: quiet.days })
          : w('week.side.noContact', { n: quiet.days, date: dayAndMonth(quiet.lastOn) })}
        <div>
          <Link to={`/cases/${quiet.episodeId}/notes`} aria-label={`${w('week.side.record')}: ${name}`}>
            {w('week.side.record')}
          </Link>
        </div>
      </div>
    </li>
  );
}

const ICONS: Record<NewsLine['kind'], LucideIcon> = {
  JOINED: UserRoundPlus,
  LEAD: UserRoundPlus,
  ASSESSMENT: PenLine,
  COMMENT: MessageSquare,
  PLAN: CircleCheck,
};

function News({ line, today }: { line: NewsLine; today: string }) {
  const w = useWords();
  const Icon = ICONS[line.kind];
  const child = line.child?.name ?? w('week.someone').toLowerCase();
  return (
    <li>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <div>
        {w(`week.side.${line.kind}`, { who: line.who ?? '', child })}
        <div className="soft">{momentWords(line.at, today)}</div>
      </div>
    </li>
  );
}
