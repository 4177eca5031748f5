import type { AttendanceFigure } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { numbers, numeratorOf, shareOf, type View } from './attendance.model';

/** "89.6%" over "387 of 432"; the counts alone where a share would say nothing. */
export function RowTotal({ figure, view }: { figure: AttendanceFigure; view: View }) {
  const w = useWords();
  const came = numeratorOf(figure, view);
  if (came === null || figure.invited === null) return <span className="soft">{w('reports.hidden')}</span>;
  const share = shareOf(figure, view);
  return (
    <>
      {share && <b>{share}</b>}
      <span className="soft">
        {w('reports.of', { part: numbers.format(came), whole: numbers.format(figure.invited) })}
      </span>
    </>
  );
}

/** The sum of a month: "121" over "of 155". */
export function MonthTotal({ figure, view }: { figure: AttendanceFigure; view: View }) {
  const w = useWords();
  const came = numeratorOf(figure, view);
  if (came === null || figure.invited === null) return <span className="soft">{w('reports.hidden')}</span>;
  if (figure.invited === 0) return <span className="soft">–</span>;
  return (
    <>
      <b>{numbers.format(came)}</b>
      <br />
      <span className="soft">{w('reports.ofAll', { whole: numbers.format(figure.invited) })}</span>
    </>
  );
}
