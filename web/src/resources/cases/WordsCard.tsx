import { styled } from '@mui/material/styles';
import { CircleDot, Sprout, type LucideIcon } from 'lucide-react';
import type { CaseView, CaseWords } from '@encircle/shared/cases';
import { formatLong } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { useSelf } from './reader';
import { whoseCase } from './whose';

const Pair = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  margin: '-20px 0 -20px',
  '& > section': { padding: '20px 24px 20px 0' },
  '& > section + section': { borderLeft: '1px solid var(--line)', paddingLeft: 24, paddingRight: 0 },
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700, marginBottom: 10 },
  '& ul': { listStyle: 'none', padding: 0, display: 'grid', gap: 12 },
  '& li': { display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 12 },
  '& li svg': { marginTop: 3, color: 'var(--ink-soft)' },
  '& .soft': { color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    '& > section': { padding: '0 0 16px' },
    '& > section + section': { borderLeft: 0, borderTop: '1px solid var(--line)', padding: '16px 0 0' },
  },
});

/** What goes well stands left of, and before, what would help; with who wrote it and when the family saw it. */
export function WordsCard({ view }: { view: CaseView }) {
  const w = useWords();
  const { personId } = useSelf();
  const { chosen } = whoseCase(view);
  if (!view.goingWell && !view.helpWanted && view.path.length === 0) return null;
  const [only] = view.children;
  const alone = only?.id === personId ? w('cases.words.helpYou') : w('cases.words.help', { name: chosen });
  const help = view.children.length === 1 ? alone : w('cases.words.helpFamily');
  const foot = footOf(w, view.helpWanted ?? view.goingWell);
  return (
    <Card {...(foot ? { foot } : {})}>
      <Pair>
        <Side title={w('cases.words.well')} icon={Sprout} words={view.goingWell} />
        <Side title={help} icon={CircleDot} words={view.helpWanted} />
      </Pair>
    </Card>
  );
}

function Side({ title, icon: Icon, words }: { title: string; icon: LucideIcon; words: CaseWords | null }) {
  const w = useWords();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {words && words.items.length > 0 ? (
        <ul>
          {words.items.map((item) => (
            <li key={item}>
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              <span>{item}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{w('cases.words.none')}</p>
      )}
    </section>
  );
}

function footOf(w: Words, words: CaseWords | null): string | null {
  if (!words?.author) return null;
  const { author, checkedWith, checkedOn } = words;
  if (!checkedWith || !checkedOn) return w('cases.words.by', { author });
  return w('cases.words.checked', { author, who: checkedWith, date: formatLong(checkedOn) });
}
