import type { ProgressReport, ReportRate } from '@encircle/shared/reports';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { Tiles } from '@web/ui/layout';
import { StatTile } from '@web/ui/StatTile';
import { numbers } from './attendance.model';
import { figureOf } from './dashboard.model';

/** Each tile leads to its list, or to the part of the page that breaks it down. */
const PARTS = { overdue: '#overdue', stages: '#stages', closed: '#closed', caseloads: '#caseloads' };

/** The five figures to look at first, each with what it was made of. */
export function DashboardTiles({ report }: { report: ProgressReport }) {
  const w = useWords();
  const made = (rate: ReportRate, key: WordKey): string => {
    if (rate.numerator === null || rate.denominator === null) return w('reports.dashboard.guarded');
    if (rate.denominator === 0) return w('reports.dashboard.nothing');
    return w(key, { part: numbers.format(rate.numerator), whole: numbers.format(rate.denominator) });
  };
  const figure = (rate: ReportRate, kind: 'share' | 'count'): string =>
    rate.denominator === 0 ? '–' : (figureOf(rate, kind) ?? w('reports.hidden'));
  const { openCases, children } = report;
  return (
    <Tiles>
      <StatTile
        name={w('reports.dashboard.open')}
        figure={openCases.words}
        of={
          children.count === null
            ? w('reports.dashboard.guarded')
            : w('reports.dashboard.openOf', { smart_count: children.count })
        }
        to={openCases.list ?? PARTS.stages}
      />
      <StatTile
        name={w('reports.dashboard.reviews')}
        figure={figure(report.reviews, 'count')}
        of={made(report.reviews, 'reports.dashboard.reviewsOf')}
        to={PARTS.overdue}
      />
      <StatTile
        name={w('reports.dashboard.actions')}
        figure={figure(report.actions, 'count')}
        of={made(report.actions, 'reports.dashboard.actionsOf')}
        to={PARTS.overdue}
      />
      <StatTile
        name={w('reports.dashboard.assessed')}
        figure={figure(report.assessments, 'share')}
        of={made(report.assessments, 'reports.dashboard.assessedOf')}
        to={PARTS.closed}
      />
      <StatTile
        name={w('reports.dashboard.vacant')}
        figure={figure(report.vacancies, 'count')}
        of={made(report.vacancies, 'reports.dashboard.vacantOf')}
        to={report.suppressed ? PARTS.stages : '/vacancies'}
      />
    </Tiles>
  );
}
