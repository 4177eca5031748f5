import { styled } from '@mui/material/styles';
import { Printer } from 'lucide-react';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { AttendanceCell, AttendanceReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Columns, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import {
  choiceOf,
  numbers,
  numeratorOf,
  questionOf,
  searchOf,
  shareOf,
  spanWords,
  type Choice,
} from './attendance.model';
import { AttendanceFilters } from './AttendanceFilters';
import { AttendanceLegend } from './AttendanceLegend';
import { AttendanceTable } from './AttendanceTable';
import { CellPanel } from './CellPanel';
import { CountedApart, HowCounted } from './HowCounted';
import { InvitationList } from './InvitationList';
import { LateReports } from './LateReports';
import { PrintSheet } from './PrintSheet';

const Under = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'flex-start',
  gap: '12px 24px',
  margin: '12px 2px 0',
  '& details[open]': { flexBasis: '100%' },
});

/** What was opened comes first on a phone, and stands on the right on a desk. */
const Sides = styled(Columns)({ '@media (max-width: 1023px)': { '& > .panel': { order: -1 } } });

/** Agencies by months: who was invited to team meetings and who took part (M10). */
export default function AttendancePage() {
  const w = useWords();
  const guarded = useMe().membership.role === 'ANLY';
  const [search, setSearch] = useSearchParams();
  const opener = useRef<HTMLElement | null>(null);
  const choice = choiceOf(search);
  const choose = (next: Choice) => setSearch(searchOf(next), { replace: true, preventScrollReset: true });
  const query = useGet<AttendanceReport>('/reports/attendance', questionOf(choice, guarded));
  const open = (cell: Choice['cell']) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    choose({ ...choice, cell, list: false });
  };
  const close = () => {
    choose({ ...choice, cell: null, list: false });
    opener.current?.focus();
  };
  return (
    <>
      <PrintSheet />
      <PageTitle
        title={w('reports.attendance.title')}
        note={query.data && <Summary report={query.data} choice={choice} />}
        actions={
          <span className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {!guarded && <Button to="/absences">{w('reports.absences.link')}</Button>}
            <Button kind="neutral" icon={Printer} onClick={() => window.print()}>
              {w('reports.print')}
            </Button>
          </span>
        }
      />
      <Stack>
        <AttendanceFilters
          choice={choice}
          areas={query.data?.localities ?? (choice.area ? [choice.area] : [])}
          guarded={guarded}
          onChoose={choose}
        />
        <Loaded query={query}>
          {(report) => (
            <Card>
              {report.rows.length === 0 ? (
                <EmptyState title={w('reports.attendance.noneTitle')}>
                  {w('reports.attendance.none')}
                </EmptyState>
              ) : (
                <AttendanceTable report={report} choice={choice} onOpen={open} />
              )}
              <Under>
                <AttendanceLegend view={choice.view} guarded={report.suppressed} />
                <HowCounted report={report} />
                <CountedApart report={report} />
              </Under>
            </Card>
          )}
        </Loaded>
        {!guarded && <Beside choice={choice} onChoose={choose} onClose={close} />}
      </Stack>
    </>
  );
}

/** "December 2025 to 22 November 2026, whole area. 1,301 of 1,665 invitations ended in a contribution: 78.1%" */
function Summary({ report, choice: { view } }: { report: AttendanceReport; choice: Choice }) {
  const w = useWords();
  const [from, to] = spanWords(report);
  const where = report.locality ?? w(report.scope === 'ALL' ? 'reports.wholeArea' : 'reports.ownAgency');
  const came = numeratorOf(report.total, view);
  const counts =
    came === null || report.total.invited === null
      ? null
      : { part: numbers.format(came), whole: numbers.format(report.total.invited) };
  return (
    <p style={{ textWrap: 'balance' }}>
      {w('reports.attendance.span', { from, to, where })} {counts && w(`reports.attendance.${view}`, counts)}{' '}
      <b>{counts && (shareOf(report.total, view) ?? w('reports.attendance.tooFew'))}</b>
    </p>
  );
}

interface BesideProps {
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

/** Reports that are missing, and the cell that was opened. */
function Beside({ choice, onChoose, onClose }: BesideProps) {
  const { cell, by, area, list } = choice;
  const question = { ...cell, by, ...(area ? { locality: area } : {}) };
  const opened = useGet<AttendanceCell>(cell ? '/reports/attendance/cell' : null, { ...question, limit: 1 });
  if (!cell) return <LateReports />;
  return (
    <>
      <Sides>
        {list ? <InvitationList question={question} /> : <LateReports />}
        <div className="panel">
          <Loaded query={opened}>
            {(data) => (
              <CellPanel
                cell={data}
                view={choice.view}
                listed={list}
                onList={() => onChoose({ ...choice, list: !list })}
                onClose={onClose}
              />
            )}
          </Loaded>
        </div>
      </Sides>
      {list && <LateReports />}
    </>
  );
}
