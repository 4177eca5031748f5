import { styled } from '@mui/material/styles';
import type { CaseView } from '@encircle/shared/cases';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { treeLinks, treeRows, type TreePerson } from './family-tree.model';
import { whoseCase } from './whose';

const Box = styled('div')({ overflowX: 'auto', '&:focus-visible': { borderRadius: 8 } });
const Drawing = styled('div')({
  position: 'relative',
  display: 'grid',
  gridAutoRows: '1fr',
  '& > svg': { position: 'absolute', inset: 0, width: '100%', height: '100%' },
});
const Row = styled('ul')({
  listStyle: 'none',
  padding: '14px 0',
  display: 'flex',
  alignItems: 'center',
  position: 'relative',
  '& > li': { flex: '1 1 0', minWidth: 96, display: 'flex', justifyContent: 'center', padding: '0 4px' },
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

/** Generations under each other; a full line is parental responsibility, a broken one none. */
export function FamilyTree({ view }: { view: CaseView }) {
  const w = useWords();
  const rows = treeRows(view);
  const links = treeLinks(rows, view.relatives);
  const { chosen } = whoseCase(view);
  return (
    <>
      <Box role="region" tabIndex={0} aria-label={w('cases.family.treeLabel', { name: chosen })}>
        <Drawing>
          <svg aria-hidden viewBox="0 0 100 100" preserveAspectRatio="none">
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
            <Row key={key} aria-label={w(`cases.family.row.${key}`)}>
              {people.map((person) => (
                <li key={person.id}>
                  <Someone person={person} />
                </li>
              ))}
            </Row>
          ))}
        </Drawing>
      </Box>
      <Legend>{w('cases.family.legend')}</Legend>
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
