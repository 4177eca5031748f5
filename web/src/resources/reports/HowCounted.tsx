import { styled } from '@mui/material/styles';
import type { AttendanceReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Disclosure } from '@web/ui/Disclosure';
import { numbers } from './attendance.model';

const Apart = styled('div')({
  flexBasis: '100%',
  paddingTop: 12,
  borderTop: '1px solid var(--line)',
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  '& h3': { fontSize: '0.9375rem', lineHeight: '1.375rem', fontWeight: 600 },
  '& ul': { paddingLeft: 20 },
});

/** The rules behind the numbers, and what stands outside them. */
export function HowCounted({ report }: { report: AttendanceReport }) {
  const w = useWords();
  return (
    <Disclosure summary={w('reports.counted.title')}>
      <div className="measure">
        <p>{w('reports.counted.unit')}</p>
        <p>{w('reports.counted.contributed')}</p>
        <p>{w('reports.counted.denominator')}</p>
        <p>{w('reports.counted.out')}</p>
        <p>{w('reports.counted.few')}</p>
        {report.scope === 'ALL' && <p>{w('reports.counted.family')}</p>}
        {report.suppressed && <p>{w('reports.counted.guarded')}</p>}
        {report.scope === 'AGENCY' && <p>{w('reports.counted.own')}</p>}
      </div>
    </Disclosure>
  );
}

/** Late notices, visitors, families: shown, and in no rate. */
export function CountedApart({ report }: { report: AttendanceReport }) {
  const w = useWords();
  const { total, family } = report;
  const lines = (['late', 'uninvited', 'notRecorded'] as const).flatMap((key) => {
    const count = { late: total.lateNotice, uninvited: total.uninvited, notRecorded: total.notRecorded }[key];
    return count ? [w(`reports.apart.${key}`, { smart_count: count })] : [];
  });
  if (family && family.attended !== null && family.invited !== null && family.invited > 0) {
    const [part, whole] = [numbers.format(family.attended), numbers.format(family.invited)];
    lines.push(w('reports.apart.family', { part, whole }));
  }
  if (lines.length === 0) return null;
  return (
    <Apart>
      <h3>{w('reports.apart.title')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Apart>
  );
}
