import type { DaysFigure, ReportRate, StatutoryReport } from '@encircle/shared/reports';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { numbers } from './attendance.model';

export interface StatutoryCardProps {
  /** As chosen on the page; left out, the present quarter and the whole area. */
  question: Record<string, string>;
}

interface Line {
  key: keyof StatutoryReport;
  figure: string;
  made: string;
}

/** What went to social care and came back (M19, M20), and days open without those social care led (M33). */
export function StatutoryCard({ question }: StatutoryCardProps) {
  const w = useWords();
  const query = useGet<StatutoryReport>('/reports/statutory', question);
  const title = w('reports.statutory.title');
  const hidden = w('reports.hidden');
  const rate = ({ numerator, denominator }: ReportRate): string =>
    numerator === null || denominator === null
      ? hidden
      : w('reports.of', { part: numbers.format(numerator), whole: numbers.format(denominator) });
  const days = ({ median, ninetieth }: DaysFigure): string =>
    median === null || ninetieth === null
      ? '–'
      : w('reports.statutory.days', { median: numbers.format(median), ninetieth: numbers.format(ninetieth) });
  const lines = (report: StatutoryReport): Line[] =>
    (
      [
        ['sent', report.sent.words],
        ['accepted', report.accepted.words],
        ['notAccepted', report.notAccepted.words],
        ['steppedUp', rate(report.steppedUp)],
        ['inward', report.inward.words],
        ['metInTime', rate(report.metInTime)],
        ['outward', report.outward.words],
        ['closed', report.closed.words],
        ['days', days(report.days)],
        ['paused', rate(report.paused)],
        ['pausedDays', days(report.pausedDays)],
      ] as const
    ).map(([key, figure]) => ({ key, figure, made: w(`reports.statutory.made.${key}` as WordKey) }));
  return (
    <Card id="statutory" title={title} flush>
      <Loaded query={query}>
        {(report) => (
          <DataTable<Line>
            label={title}
            rows={lines(report)}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'what',
                title: w('reports.statutory.what'),
                head: true,
                cell: ({ key, made }) => (
                  <>
                    {w(`reports.statutory.line.${key}` as WordKey)}
                    <small>{made}</small>
                  </>
                ),
              },
              {
                key: 'figure',
                title: w('reports.statutory.figure'),
                number: true,
                cell: ({ figure }) => figure,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
