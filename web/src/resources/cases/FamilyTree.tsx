import { styled } from '@mui/material/styles';
import type { CaseView } from '@encircle/shared/cases';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { familyPicture, type TreePerson } from './family-tree.model';
import { whoseCase } from './whose';

const Box = styled('div')({ overflowX: 'auto', '&:focus-visible': { borderRadius: 8 } });
const Drawing = styled('div')({
  position: 'relative',
  display: 'grid',
  gridAutoRows: '1fr',
  '& > svg': { position: 'absolute', inset: 0, width: '100%', height: '100%' },
});
const Home = styled('div')({
  position: 'absolute',
  border: '1px solid var(--line)',
  borderRadius: 12,
  background: 'var(--sunken)',
});
const Row = styled('ul')({
  listStyle: 'none',
  padding: '14px 0',
  display: 'grid',
  alignItems: 'center',
  position: 'relative',
  '& > li': { minWidth: 0, display: 'flex', justifyContent: 'center', padding: '0 6px' },
});
const Person = styled('div')({
  padding: '8px 14px',
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  textAlign: 'center',
  lineHeight: '1.25rem',
  '& strong': { display: 'block' },
  '& span': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '&[data-child]': {
    background: 'var(--voice)',
    borderColor: 'var(--voice-bar)',
    fontFamily: 'var(--voice-face)',
  },
  '@media (max-width: 599px)': { padding: '6px 8px', fontSize: '0.875rem' },
});
const Legend = styled('p')({ marginTop: 12, fontSize: '0.875rem', color: 'var(--ink-soft)' });

/** A box needs this much room beside its neighbours; a wider family is scrolled. */
const COLUMN = 102;
const WIDE = 240;
const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
const NAMES = new Intl.ListFormat('en-GB');

/**
 * Generations under each other; a full line is parental responsibility, a broken one none; an outline goes around those who live
 * together. The boxes are lists, row by row; what lines and outlines say stands in the table, and below in words.
 */
export function FamilyTree({ view }: { view: CaseView }) {
  const w = useWords();
  const { columns, rows, households, links } = familyPicture(view);
  const { chosen } = whoseCase(view);
  return (
    <>
      <Box role="region" tabIndex={0} aria-label={w('cases.family.treeLabel', { name: chosen })}>
        <Drawing style={{ minWidth: columns * COLUMN, maxWidth: columns * WIDE }}>
          {households.map(({ left, right, top, bottom }) => (
            <Home
              key={left}
              aria-hidden
              style={{
                left: percent(left, columns),
                width: percent(right - left, columns),
                top: percent(top, rows.length),
                height: percent(bottom - top, rows.length),
              }}
            />
          ))}
          <svg aria-hidden viewBox={`0 0 ${columns} ${rows.length}`} preserveAspectRatio="none">
            {links.map((link, index) => (
              <line
                key={index}
                x1={link.x1}
                y1={link.y1}
                x2={link.x2}
                y2={link.y2}
                stroke="var(--control)"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
                {...(link.full ? {} : { strokeDasharray: '5 5' })}
              />
            ))}
          </svg>
          {rows.map(({ key, people }) => (
            <Row
              key={key}
              aria-label={w(`cases.family.row.${key}`)}
              style={{ gridTemplateColumns: `repeat(${columns * 2}, minmax(0, 1fr))` }}
            >
              {people.map((person) => (
                <li key={person.id} style={{ gridColumn: `${person.at * 2} / span 2` }}>
                  <Someone person={person} />
                </li>
              ))}
            </Row>
          ))}
        </Drawing>
      </Box>
      <Legend>
        {w('cases.family.legend')}
        {households.map(({ left, names }) => (
          <span key={left}> {w('cases.family.together', { names: NAMES.format(names) })}</span>
        ))}
      </Legend>
    </>
  );
}

function Someone({ person: { name, kind } }: { person: TreePerson }) {
  return (
    <Person {...(kind === null ? { 'data-child': '' } : {})}>
      <strong>{name}</strong>
      {kind !== null && <span>{familyLabelOf(RELATIONSHIPS, kind)}</span>}
    </Person>
  );
}
