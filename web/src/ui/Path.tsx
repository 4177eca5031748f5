import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { Mark, type MarkName } from './Mark';

export interface Step {
  name: string;
  /** Date in words, or "date to be set". */
  note?: string;
  state: 'done' | 'now' | 'later';
}

const MARKS: Record<Step['state'], MarkName> = { done: 'tick', now: 'target', later: 'ring' };

const List = styled('ol')({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 1fr)',
  '& li': { position: 'relative', paddingRight: 12, fontSize: '0.875rem', lineHeight: '1.25rem' },
  '& li > svg': {
    position: 'relative',
    zIndex: 1,
    display: 'block',
    marginBottom: 6,
    background: 'var(--ground)',
  },
  '& li:not(:last-child)::before': {
    content: '""',
    position: 'absolute',
    top: 7,
    left: 16,
    right: 0,
    borderTop: '2px solid var(--teal)',
  },
  '& li[data-broken]::before': { borderTop: '2px dashed var(--control)' },
  '& strong': { display: 'block' },
  '& span': { color: 'var(--ink-soft)' },
  '@media (max-width: 1023px)': {
    gridAutoFlow: 'row',
    '& li': { display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: 10, paddingBottom: 12 },
    '& li > svg': { gridRow: '1 / span 2', marginTop: 2 },
    '& li:not(:last-child)::before': {
      top: 18,
      bottom: -2,
      left: 7,
      right: 'auto',
      borderTop: 0,
      borderLeft: '2px solid var(--teal)',
    },
    '& li[data-broken]::before': { borderTop: 0, borderLeft: '2px dashed var(--control)' },
  },
});

/** Where support has got to and what comes next, in plain words. */
export function Path({ label, steps }: { label: string; steps: readonly Step[] }) {
  const w = useWords();
  const said = { done: w('ui.stepDone'), now: w('ui.stepNow'), later: w('ui.stepLater') };
  return (
    <List aria-label={label}>
      {steps.map(({ name, note, state }, index) => {
        const broken = steps[index + 1] && steps[index + 1]?.state !== 'done';
        return (
          <li
            key={name}
            {...(broken ? { 'data-broken': '' } : {})}
            {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <Mark
              name={MARKS[state]}
              size={16}
              {...(state === 'later' ? {} : { tone: 'teal' })}
              label={said[state]}
            />
            <strong>{name}</strong>
            {note && <span>{note}</span>}
          </li>
        );
      })}
    </List>
  );
}
