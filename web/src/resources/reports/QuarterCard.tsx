import type { ProgressReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { BarList } from '@web/ui/BarList';
import { Card } from '@web/ui/Card';
import { numbers } from './attendance.model';
import { barOf } from './dashboard.model';

/** Why cases were closed in the quarter (M32), and whether reviews were held by their day (M09). */
export function QuarterCard({ report }: { report: ProgressReport }) {
  const w = useWords();
  const { closures, positive, quarter } = report;
  const title = w('reports.dashboard.closed', { quarter: quarter.label });
  return (
    <Card id="closed" title={title} {...(closures.length > 0 ? { foot: <Share positive={positive} /> } : {})}>
      <p>
        <Reviews held={report.reviewsHeld} />
      </p>
      {closures.length === 0 ? (
        <p>{w('reports.dashboard.closedNone')}</p>
      ) : (
        <BarList label={title} bars={closures.map(barOf)} />
      )}
    </Card>
  );
}

function Reviews({ held }: { held: ProgressReport['reviewsHeld'] }) {
  const w = useWords();
  const { numerator, denominator, percent } = held;
  if (numerator === null || denominator === null) return <>{w('reports.dashboard.reviewsHeldHidden')}</>;
  if (denominator === 0) return <>{w('reports.dashboard.reviewsHeldNone')}</>;
  const counts = { part: numbers.format(numerator), whole: numbers.format(denominator) };
  if (percent === null || denominator < 10) return <>{w('reports.dashboard.reviewsHeldFew', counts)}</>;
  return <>{w('reports.dashboard.reviewsHeld', { ...counts, percent: `${percent.toFixed(1)}%` })}</>;
}

function Share({ positive }: Pick<ProgressReport, 'positive'>) {
  const w = useWords();
  const { numerator, denominator, percent } = positive;
  if (numerator === null || denominator === null) return <>{w('reports.dashboard.guarded')}</>;
  if (denominator === 0) return <>{w('reports.dashboard.nothing')}</>;
  const counts = { part: numbers.format(numerator), whole: numbers.format(denominator) };
  if (percent === null || denominator < 10) return <>{w('reports.dashboard.closedFootFew', counts)}</>;
  return <>{w('reports.dashboard.closedFoot', { ...counts, percent: `${percent.toFixed(1)}%` })}</>;
}
