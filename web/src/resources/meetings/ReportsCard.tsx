import { useState } from 'react';
import { formatLong, formatShort } from '@encircle/shared/dates';
import type { InvitationView, MeetingView, ReportView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { AskForReport } from './AskForReport';
import { roleWords } from './meeting-words';
import { askable, waiting, type AskedOf } from './report-states.model';

/** What was sent instead of coming; for who runs the meeting, who was asked and has not answered. */
export function ReportsCard({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const today = useToday();
  const people = meeting.mayRun ? askable(meeting, today) : [];
  const { asked, open } = waiting(people);
  if (people.length === 0 && meeting.reports.length === 0) return null;
  return (
    <Card
      id="reports"
      title={w('meetings.reports.title')}
      note={w('meetings.reports.note')}
      flush
      foot={asked > 0 ? w('meetings.reports.waiting', { open, asked }) : undefined}
    >
      {people.length > 0 && (
        <CardLines>
          {people.map((each) => (
            <Asked key={each.who.id} of={each} meeting={meeting} />
          ))}
        </CardLines>
      )}
      {meeting.reports.length > 0 && (
        <div style={{ padding: '16px 24px' }}>
          <Stack>
            {meeting.reports.map((report) => (
              <Report key={report.id} report={report} />
            ))}
          </Stack>
        </div>
      )}
    </Card>
  );
}

function Asked({ of: { who, standing }, meeting }: { of: AskedOf; meeting: MeetingView }) {
  const w = useWords();
  const say = useProblemWords();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const back = useSend(`/invitations/${who.id}/report-request`, {
    method: 'DELETE',
    refresh: [`/meetings/${meeting.id}`],
  });
  const name = who.name ?? w('week.someone');
  const mayAsk = standing !== 'SENT' && ['PLANNED', 'HELD'].includes(meeting.status);
  const takeBack = async () => {
    try {
      await back.mutateAsync(undefined);
      setSaid(w('meetings.reports.back'));
    } catch (error) {
      setSaid(say(error));
    }
  };
  return (
    <li>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        <div style={{ flex: '1 1 12rem', minWidth: 0 }}>
          <strong>{name}</strong>
          <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>{roleWords(who)}</div>
          <div style={{ fontSize: '0.875rem' }}>
            <Standing of={{ who, standing }} />
          </div>
        </div>
        {mayAsk && !asking && (
          <Button
            onClick={() => setAsking(true)}
            aria-label={w(who.report === null ? 'meetings.reports.askOf' : 'meetings.reports.askAgainOf', {
              name,
            })}
          >
            {w(who.report === null ? 'meetings.reports.ask' : 'meetings.reports.askAgain')}
          </Button>
        )}
        {mayAsk && !asking && who.report?.state === 'ASKED' && (
          <Button
            onClick={() => void takeBack()}
            disabled={back.isPending}
            aria-label={w('meetings.reports.takeBackOf', { name })}
          >
            {w('meetings.reports.takeBack')}
          </Button>
        )}
      </div>
      {asking && (
        <AskForReport
          who={who}
          meeting={meeting}
          onEnd={(done) => {
            setAsking(false);
            setSaid(done ? w('meetings.reports.done') : '');
          }}
        />
      )}
      <p aria-live="polite" style={{ fontSize: '0.875rem' }}>
        {said}
      </p>
    </li>
  );
}

function Standing({ of: { who, standing } }: { of: AskedOf }) {
  const w = useWords();
  const asked = who.report === null ? '' : formatShort(who.report.askedOn);
  const due = who.report === null ? '' : formatShort(who.report.dueOn);
  switch (standing) {
    case 'ASKED':
      return <Tag tone="outline">{w('meetings.reports.asked', { asked, due })}</Tag>;
    case 'LATE':
      return <Tag tone="amber">{w('meetings.reports.late', { asked, due })}</Tag>;
    case 'LAPSED':
      return <Tag tone="amber">{w('meetings.reports.lapsed', { asked })}</Tag>;
    case 'SENT':
      return <Tag tone="neutral">{w('meetings.reports.SENT', { date: receivedOn(who) })}</Tag>;
    case 'NOT_ASKED':
      return <>{w('meetings.reports.notAsked')}</>;
  }
}

const receivedOn = (who: InvitationView): string =>
  who.reportReceivedOn === null ? '' : formatShort(who.reportReceivedOn);

const PARTS = ['goingWell', 'worries', 'nextSteps'] as const;

function Report({ report }: { report: ReportView }) {
  const w = useWords();
  const name = report.name ?? w('week.someone');
  return (
    <section aria-label={w('meetings.reports.of', { name, agency: report.agencyName ?? '' })}>
      <h3>{w('meetings.reports.of', { name, agency: report.agencyName ?? '' })}</h3>
      <p style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
        {w('meetings.reports.on', { date: formatLong(report.receivedOn) })}
      </p>
      <dl style={{ margin: 0 }}>
        {PARTS.map((part) =>
          report[part] === null ? null : (
            <div key={part} style={{ marginTop: 8 }}>
              <dt style={{ fontWeight: 600 }}>{w(`meetings.reports.${part}`)}</dt>
              <dd style={{ margin: 0, whiteSpace: 'pre-line' }}>{report[part]}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
