import { styled } from '@mui/material/styles';
import type { MyWeekView } from '@encircle/shared/my-week';
import { useWords } from '@web/i18n/useWords';
import { fitting, stripOf, type StripDay, type StripLine } from './week.model';

const Strip = styled('ul')({
  listStyle: 'none',
  padding: 0,
  marginBottom: 24,
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 1fr)) minmax(0, 1.15fr)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  overflow: 'hidden',
  background: 'var(--surface)',
  boxShadow: 'var(--edge)',
  '& > li': {
    padding: '12px 16px 16px',
    minHeight: 84,
    borderLeft: '1px solid var(--line)',
    borderTop: '3px solid transparent',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
  },
  '& > li:first-of-type': { borderLeft: 0 },
  '& > li[data-today]': { background: 'var(--teal-pale)', borderTopColor: 'var(--teal)' },
  '& > li[data-rest]': { background: 'var(--sunken)' },
  '& h3': { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 700, marginBottom: 4 },
  '& h3 span': { fontSize: '0.875rem' },
  '& p': { color: 'var(--ink)', overflowWrap: 'anywhere' },
  '& p[data-none]': { color: 'var(--ink-soft)' },
  '@media (max-width: 1023px)': { display: 'none' },
});

/** The working week at a glance; a free day is seen to be free. Left out on a phone, where the list says the same. */
export function WeekStrip({ view }: { view: MyWeekView }) {
  const w = useWords();
  return (
    <Strip aria-label={w('week.strip.label')}>
      {stripOf(view).map((day) => (
        <li
          key={day.key}
          {...(day.today ? { 'data-today': '' } : {})}
          {...(day.label === null ? { 'data-rest': '' } : {})}
        >
          <h3>
            {day.label ?? w('week.strip.rest')} {day.today && <span>{w('week.strip.today')}</span>}
          </h3>
          <Day day={day} />
        </li>
      ))}
    </Strip>
  );
}

function Day({ day }: { day: StripDay }) {
  const w = useWords();
  const { shown, more } = fitting(day.lines);
  if (day.today)
    return (
      <>
        <p {...(day.lines.length === 0 ? { 'data-none': '' } : {})}>
          {day.lines.length === 0
            ? w('week.strip.nothing')
            : w('week.strip.due', { smart_count: day.lines.length })}
        </p>
        {day.overdue > 0 && <p>{w('week.strip.overdue', { smart_count: day.overdue })}</p>}
      </>
    );
  if (day.lines.length === 0) return <p data-none="">{w('week.strip.nothing')}</p>;
  return (
    <>
      {shown.map((line) => (
        <Line key={line.item.key} line={line} />
      ))}
      {more > 0 && <p data-none="">{w('week.strip.more', { n: more })}</p>}
    </>
  );
}

function Line({ line }: { line: StripLine }) {
  const w = useWords();
  const { kind, child } = line.item;
  const name = child?.name ?? w('week.someone');
  const words =
    kind === 'MEETING' ? w('week.strip.meeting', { child: name }) : w(`week.strip.${kind}`, { child: name });
  return (
    <p>
      {line.time && <strong>{line.time} </strong>}
      {line.day && kind === 'MEETING' && <strong>{line.day} </strong>}
      {words}
      {line.day && kind !== 'MEETING' && `, ${line.day}`}
    </p>
  );
}
