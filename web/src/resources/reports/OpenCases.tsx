import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { ProgressReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { BarList } from '@web/ui/BarList';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { barOf, barOfWhole } from './dashboard.model';

export const Three = styled('div')({
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr) minmax(0, 1fr)' },
});

/** Open cases by stage and level, children by age; every number opens its list or says why not. */
export function OpenCases({ report }: { report: ProgressReport }) {
  const w = useWords();
  const { openCases, stages, levels, ages, suppressed } = report;
  const small = suppressed ? <p>{w('reports.dashboard.small')}</p> : null;
  return (
    <Three>
      <Card
        id="stages"
        title={w('reports.dashboard.stages')}
        foot={
          <>
            {w('reports.dashboard.stagesFoot', { cases: openCases.words })}{' '}
            {openCases.list && <Link to={openCases.list}>{w('reports.dashboard.asList')}</Link>}
            {small}
          </>
        }
      >
        <BarList label={w('reports.dashboard.stages')} bars={stages.map(barOf)} />
      </Card>
      <Card
        title={w('reports.dashboard.levels')}
        foot={
          <>
            <p>{w('reports.dashboard.levelsWhy')}</p>
            {small}
          </>
        }
      >
        <BarList
          label={w('reports.dashboard.levels')}
          bars={levels.map((level) => barOfWhole(level, openCases))}
        />
      </Card>
      <Card
        title={w('reports.dashboard.ages')}
        foot={
          <>
            <p>{w('reports.dashboard.agesWhy')}</p>
            <p>
              {w('reports.dashboard.units', {
                children: report.children.words,
                families: report.families.words,
                teams: report.familyTeams.words,
              })}
            </p>
            {small}
          </>
        }
      >
        <BarList label={w('reports.dashboard.ages')} bars={ages.map(barOf)} />
      </Card>
    </Three>
  );
}

/** Both together, as a table: how old the children are at each stage. */
export function StageByAge({ report }: { report: ProgressReport }) {
  const w = useWords();
  const title = w('reports.dashboard.stageAges');
  return (
    <Card title={title} flush>
      <DataTable
        label={title}
        rows={report.stageByAge}
        rowKey={({ key }) => key}
        columns={[
          { key: 'stage', title: w('reports.dashboard.stage'), head: true, cell: ({ label }) => label },
          ...report.ages.map((age, index) => ({
            key: age.key,
            title: age.label,
            number: true,
            cell: ({ cells }: ProgressReport['stageByAge'][number]) => cells[index]?.words ?? '',
          })),
        ]}
      />
    </Card>
  );
}
