import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { Mark } from '@web/ui/Mark';
import type { View } from './attendance.model';

const Row = styled('ul')({
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 20px',
  alignItems: 'center',
  padding: 0,
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  '& li': { display: 'inline-flex', gap: 8, alignItems: 'center' },
  '& .title': { color: 'var(--ink-soft)' },
});
const Swatch = styled('span')({
  width: 28,
  height: 18,
  borderRadius: 4,
  border: '1px solid var(--line)',
  flex: 'none',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((step) => [
      `&[data-step="${step}"]`,
      { background: `var(--heat-${step})`, borderColor: 'transparent' },
    ]),
  ),
  '&[data-hidden]': { border: '1px dashed var(--control)' },
  '&[data-step="1"]': { background: 'var(--heat-1)', border: '2px solid var(--ink)' },
});

const STEPS = ['step1', 'step2', 'step3', 'step4', 'step5'] as const;

/** The only legend there is: what the shades of the heat map mean. */
export function AttendanceLegend({ view, guarded }: { view: View; guarded: boolean }) {
  const w = useWords();
  return (
    <Row aria-label={w('reports.legend.label')}>
      <li className="title">{w(`reports.legend.title.${view}`)}</li>
      {STEPS.map((step, index) => (
        <li key={step}>
          <Swatch data-step={index + 1} aria-hidden />
          {step === 'step1' && <Mark name="down" size={10} />}
          {w(`reports.legend.${step}`)}
        </li>
      ))}
      <li>
        <Swatch aria-hidden />
        {w('reports.legend.few')}
      </li>
      {guarded && (
        <li>
          <Swatch data-hidden="" aria-hidden />
          {w('reports.legend.hidden')}
        </li>
      )}
    </Row>
  );
}
