import { styled, useTheme } from '@mui/material/styles';
import { Printer } from 'lucide-react';
import type { Colours } from '@web/theme/tokens';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { SavedLine } from '@web/ui/SavedLine';

const Swatches = styled('ul')({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
  gap: 10,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  '& span': {
    display: 'block',
    height: 40,
    borderRadius: 8,
    border: '1px solid var(--line)',
    marginBottom: 4,
  },
});
const Type = styled('dl')({
  '& > div': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: 12,
    padding: '6px 0',
    borderTop: '1px solid var(--line)',
  },
  '& dt': { overflowWrap: 'anywhere' },
  '& dd': { fontSize: '0.8125rem', color: 'var(--ink-soft)', whiteSpace: 'nowrap' },
});

const NAMES: [keyof Colours, string][] = [
  ['ground', 'ground'],
  ['surface', 'surface'],
  ['sunken', 'sunken'],
  ['line', 'line'],
  ['control', 'control'],
  ['ink', 'ink'],
  ['inkSoft', 'ink soft'],
  ['teal', 'teal'],
  ['tealDeep', 'teal deep'],
  ['tealPale', 'teal pale'],
  ['voice', 'voice'],
  ['voiceBar', 'voice bar'],
  ['amberMark', 'amber'],
  ['redMark', 'red'],
  ['goodMark', 'good'],
  ['plumMark', 'plum'],
  ['slateText', 'slate'],
  ['focus', 'focus'],
];

const LINES: [text: string, size: string, style: object][] = [
  ['Ava Ames', '32/40 700', { fontSize: '2rem', lineHeight: '2.5rem', fontWeight: 700 }],
  ['Feelings and friendships', '28/36 700', { fontSize: '1.75rem', lineHeight: '2.25rem', fontWeight: 700 }],
  ['Around Ava', '20/28 700', { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 }],
  ['Worry on school mornings', '16/24 700', { fontWeight: 700 }],
  ['She starts the day in the library.', '16/24 400', {}],
  ['In 8 days, review 1, library', '14/20 400', { fontSize: '0.875rem', lineHeight: '1.25rem' }],
  [
    '“I want to keep the library.”',
    'voice 17/26',
    { fontFamily: 'var(--voice-face)', fontSize: '1.0625rem' },
  ],
];

/** Colours, type, buttons, saved line. */
export function Words() {
  const { colours } = useTheme().palette;
  return (
    <div>
      <Card title="Colours">
        <Swatches>
          {NAMES.map(([key, name]) => (
            <li key={key}>
              <span style={{ background: colours[key] }} />
              {name}
            </li>
          ))}
        </Swatches>
      </Card>
      <Card title="Type">
        <Type>
          {LINES.map(([text, size, style]) => (
            <div key={size}>
              <dt style={style}>{text}</dt>
              <dd>{size}</dd>
            </div>
          ))}
        </Type>
      </Card>
      <Card title="Buttons and links">
        <Actions>
          <Button kind="filled">Record attendance</Button>
          <Button>Add an action</Button>
          <Button kind="neutral" icon={Printer}>
            Print
          </Button>
          <Button kind="quiet">Not yet, say why</Button>
          <Button kind="filled" size="small">
            Remind
          </Button>
          <a href="#page">A link</a>
        </Actions>
        <p>A button that cannot work is not shown, or stays live and says why.</p>
      </Card>
      <Card title="Saved-state line">
        <SavedLine state={{ kind: 'saved', at: '10:42' }} />
        <SavedLine state={{ kind: 'saving' }} />
        <SavedLine state={{ kind: 'kept', at: '10:42' }} />
        <SavedLine
          state={{ kind: 'failed', why: 'Hana changed this at 10:40.', wayOut: <a href="#page">See both</a> }}
        />
      </Card>
    </div>
  );
}
