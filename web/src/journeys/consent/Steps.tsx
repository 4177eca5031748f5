import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { Mark } from '@web/ui/Mark';
import { STEPS, type Step } from './agreement.model';

const List = styled('ol')({
  listStyle: 'none',
  padding: 0,
  margin: '0 0 16px',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  alignItems: 'center',
  color: 'var(--ink-soft)',
  '& li': { display: 'flex', gap: 8, alignItems: 'center' },
  '& li[aria-current]': { color: 'var(--ink)', fontWeight: 700 },
  '@media (min-width: 700px)': {
    '& li:not(:last-child)::after': {
      content: '""',
      width: 22,
      borderTop: '1px solid var(--control)',
      marginLeft: 8,
    },
  },
});

/** Where in the journey one is; what is done has a tick. */
export function Steps({ now, name }: { now: Step; name: string }) {
  const w = useWords();
  const at = STEPS.indexOf(now);
  return (
    <List aria-label={w('consent.steps.label')}>
      {STEPS.map((step, index) => (
        <li key={step} {...(step === now ? { 'aria-current': 'step' as const } : {})}>
          <Mark
            name={index < at ? 'tick' : index === at ? 'target' : 'ring'}
            size={16}
            label={w(index < at ? 'ui.stepDone' : index === at ? 'ui.stepNow' : 'ui.stepLater')}
          />
          {step === 'copy'
            ? w(name ? 'consent.steps.copy' : 'consent.steps.copyOpen', { name })
            : w(`consent.steps.${step}`)}
        </li>
      ))}
    </List>
  );
}
