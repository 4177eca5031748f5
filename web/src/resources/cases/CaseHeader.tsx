import { styled } from '@mui/material/styles';
import { Flag } from 'lucide-react';
import { useEffect } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { nameTab } from '@web/ui/document-title';
import { useHeadingFocus } from '@web/ui/page-focus';
import { Ring } from '@web/ui/Ring';
import { Tabs } from '@web/ui/Tabs';
import { VoiceText } from '@web/ui/Voice';
import { CaseActions } from './CaseActions';
import { CaseFactsRow } from './CaseFactsRow';
import { ageText } from './case-words';
import { ringOf } from './case.model';
import { useReader } from './reader';
import { ShortTop } from './ShortTop';
import { whoseCase } from './whose';

/** To both edges of the window whatever the page's width, without making it scroll. */
const Band = styled('header')({
  borderImage: 'linear-gradient(to top, var(--line) 1px, var(--surface) 1px) fill 0 / 0 / 0 100vw',
  paddingTop: 24,
  '@media (max-width: 599px)': { paddingTop: 16, paddingBottom: 16 },
  '@media print': { borderImage: 'none' },
});
const Top = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gridTemplateRows: 'auto 1fr',
  columnGap: 28,
  alignItems: 'start',
  paddingBottom: 20,
  '& > svg': { gridRow: '1 / span 2' },
  '& > .acts': { gridColumn: 3, gridRow: '1 / span 2' },
  '& > .more': { gridColumn: 2 },
  '& .name': { display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'baseline' },
  '& h1': { fontSize: '2rem', lineHeight: '2.5rem', fontWeight: 700, letterSpacing: '-0.01em' },
  '& .soft': { color: 'var(--ink-soft)' },
  '& .own': { marginTop: 6 },
  '@media (max-width: 1023px)': {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto',
    '& > .acts': { gridColumn: '1 / -1', gridRow: 'auto', marginTop: 12 },
  },
  '@media (max-width: 599px)': {
    columnGap: 16,
    '& h1': { fontSize: '1.625rem', lineHeight: '2rem' },
    '& > svg': { gridRow: 'auto' },
    '& > .more': { gridColumn: '1 / -1' },
  },
});
const Flags = styled('ul')({
  listStyle: 'none',
  padding: 0,
  marginTop: 6,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '& li': {
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    padding: '2px 8px',
    border: '1px solid var(--control)',
    borderRadius: 6,
    fontSize: '0.875rem',
    lineHeight: '1.375rem',
    fontWeight: 600,
  },
  '& svg': { flex: 'none' },
});
export interface CaseHeaderProps {
  view: CaseView;
  /** One line, on the inner parts, so that work starts at the top. */
  short: boolean;
}

/** The child first: ring, name, own words, flags, four facts, then the parts of the record. */
export function CaseHeader({ view, short }: CaseHeaderProps) {
  const w = useWords();
  const reader = useReader();
  const base = `/cases/${view.id}`;
  const tabs = view.tabs.map((key) => ({
    to: key === 'summary' ? base : `${base}/${key}`,
    label: w(reader === 'family' ? `cases.tab.ofFamily.${key}` : `cases.tab.${key}`),
    end: key === 'summary',
  }));
  return (
    <Band>
      {short ? <ShortTop view={view} /> : <FullTop view={view} />}
      {!short && view.limited !== 'INDEX_ROW' && <CaseFactsRow view={view} />}
      {tabs.length > 1 && (
        <div className="no-print">
          <Tabs label={w('cases.tab.label')} tabs={tabs} />
        </div>
      )}
    </Band>
  );
}

function FullTop({ view }: { view: CaseView }) {
  const w = useWords();
  const heading = useHeadingFocus();
  const { full, chosen } = whoseCase(view);
  const title = w('cases.tab.title', { part: w('cases.tab.summary'), name: chosen });
  useEffect(() => nameTab(title), [title]);
  const [only] = view.children;
  const single = view.children.length === 1 ? only : undefined;
  return (
    <Top>
      <ChildRing view={view} chosen={single ? single.chosenName : w('cases.header.family')} />
      <div>
        <div className="name">
          <h1 ref={heading} tabIndex={-1}>
            {full}
          </h1>
          {single?.pronouns && <span className="soft">{single.pronouns}</span>}
        </div>
        {view.children.map((child) => (
          <Born key={child.id} child={child} named={!single} />
        ))}
      </div>
      <Said view={view} chosen={chosen} />
      <div className="acts no-print">
        <CaseActions view={view} />
      </div>
    </Top>
  );
}

function ChildRing({ view, chosen }: { view: CaseView; chosen: string }) {
  const w = useWords();
  const people = ringOf(view);
  const here = people.filter(Boolean).length;
  const around = w('cases.header.ring', { smart_count: here, name: chosen });
  const empty = people.length - here;
  const known = empty === 0 ? around : w('cases.header.ringEmpty', { smart_count: empty, people: around });
  const label = people.length === 0 ? chosen : known;
  return <Ring name={chosen} people={people} label={label} />;
}

function Born({ child, named }: { child: CaseView['children'][number]; named: boolean }) {
  const w = useWords();
  const today = useToday();
  const age = ageText(w, child, today);
  const born =
    child.dateOfBirth === null ? age : w('cases.age.born', { age, date: formatDate(child.dateOfBirth) });
  const line = [born, child.school].filter(Boolean).join(' · ');
  return <p className="soft">{named ? `${child.chosenName}: ${line}` : line}</p>;
}

function Said({ view, chosen }: { view: CaseView; chosen: string }) {
  const w = useWords();
  const words = view.ownWords?.items.join(' ') ?? '';
  return (
    <div className="more">
      {words && (
        <p className="own">
          <span className="screen-reader">{w('cases.header.own', { name: chosen })}: </span>
          <VoiceText>“{words}”</VoiceText>
        </p>
      )}
      {view.flags.length > 0 && (
        <Flags aria-label={w('cases.header.flags')}>
          {view.flags.map(({ text, until }) => (
            <li key={text}>
              <Flag size={16} strokeWidth={1.75} aria-hidden />
              <span>
                {text.replace(/\.$/, '')}
                {until && `. ${w('cases.header.checkBy', { date: formatDate(until) })}`}
              </span>
            </li>
          ))}
        </Flags>
      )}
    </div>
  );
}
