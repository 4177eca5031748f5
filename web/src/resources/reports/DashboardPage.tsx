import { styled } from '@mui/material/styles';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { formatLong, isWithin } from '@encircle/shared/dates';
import type { ProgressReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useCan, useMe, useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ChipSelect } from '@web/ui/ChipSelect';
import { Disclosure } from '@web/ui/Disclosure';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Caseloads } from './Caseloads';
import { dashboardChoice, quartersUpTo } from './dashboard.model';
import { DashboardTiles } from './DashboardTiles';
import { OpenCases, StageByAge } from './OpenCases';
import { OverdueCard } from './OverdueCard';
import { PrintSheet } from './PrintSheet';
import { QuarterCard } from './QuarterCard';
import { StatutoryCard } from './StatutoryCard';
import { useHashTarget } from '@web/pages/useHashTarget';

const Two = styled('div')({
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
});

const QUARTERS = 8;

/** Open cases by stage, level and age, what is overdue, and how the quarter went. */
export default function DashboardPage() {
  const w = useWords();
  const today = useToday();
  const can = useCan();
  const guarded = useMe().membership.role === 'ANLY';
  const [search, setSearch] = useSearchParams();
  const { quarter, area } = dashboardChoice(search);
  const query = useGet<ProgressReport>('/reports/progress', {
    ...(quarter ? { quarter } : {}),
    ...(area && !guarded ? { locality: area } : {}),
  });
  const choose = (next: { quarter: string; area: string }) =>
    setSearch(
      { ...(next.quarter ? { quarter: next.quarter } : {}), ...(next.area ? { area: next.area } : {}) },
      { replace: true, preventScrollReset: true },
    );
  const where = (report: ProgressReport) =>
    report.locality ?? w(report.scope === 'ALL' ? 'reports.wholeArea' : 'reports.ownAgency');
  const areas = query.data?.localities ?? (area ? [area] : []);
  return (
    <>
      <PrintSheet />
      <PageTitle
        title={w('reports.dashboard.title')}
        note={query.data && <p>{`${formatLong(query.data.today)} · ${where(query.data)}`}</p>}
        actions={
          <span className="actions no-print">
            {!guarded && (
              <ChipSelect
                label={w('reports.area')}
                value={area}
                onChange={(next) => choose({ quarter, area: next })}
                options={[
                  { value: '', label: w('reports.allAreas') },
                  ...areas.map((each) => ({ value: each, label: each })),
                ]}
              />
            )}
            <ChipSelect
              label={w('reports.dashboard.quarter')}
              value={quarter}
              onChange={(next) => choose({ quarter: next, area })}
              options={quartersUpTo(today, QUARTERS).map((each) => {
                const present = isWithin(each, today);
                return {
                  value: present ? '' : each.key,
                  label: present ? w('reports.dashboard.soFar', { quarter: each.label }) : each.label,
                };
              })}
            />
            {can('read', 'claims') && (
              <Button kind="neutral" to="/claims">
                {w('claims.list.title')}
              </Button>
            )}
            <Button kind="neutral" icon={Printer} onClick={() => window.print()}>
              {w('reports.print')}
            </Button>
          </span>
        }
      />
      <Loaded query={query}>
        {(report) => (
          <Figures
            report={report}
            question={{
              ...(quarter ? { quarter } : {}),
              ...(area && !guarded ? { locality: area } : {}),
            }}
          />
        )}
      </Loaded>
    </>
  );
}

function Figures({ report, question }: { report: ProgressReport; question: Record<string, string> }) {
  const w = useWords();
  useHashTarget();
  return (
    <Stack>
      <DashboardTiles report={report} />
      <OpenCases report={report} />
      <OverdueCard report={report} />
      <Two>
        <Stack>
          <StageByAge report={report} />
          <QuarterCard report={report} />
          <StatutoryCard question={question} />
        </Stack>
        {!report.suppressed && <Caseloads report={report} />}
      </Two>
      <Card>
        <Disclosure summary={w('reports.counted.title')}>
          <div className="measure">
            <p>{w('reports.dashboard.counted.open')}</p>
            {report.scope === 'AGENCY' && <p>{w('reports.dashboard.counted.own')}</p>}
            <p>{w('reports.dashboard.counted.overdue')}</p>
            <p>{w('reports.dashboard.counted.assessed')}</p>
            {report.suppressed && <p>{w('reports.dashboard.counted.guarded')}</p>}
          </div>
        </Disclosure>
      </Card>
    </Stack>
  );
}
