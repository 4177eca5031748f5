import { styled } from '@mui/material/styles';
import { Lock } from 'lucide-react';
import { topicInWords } from '@encircle/shared/consents';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Box } from '@web/ui/Choices';
import { Mark } from '@web/ui/Mark';
import { Tag } from '@web/ui/Tag';
import { kindKey, ORDINARY, tick, type OwnKind, type Row } from './agreement.model';

const Scroll = styled('div')({ overflowX: 'auto' });
const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& th, & td': {
    borderTop: '1px solid var(--line)',
    padding: '12px 2px',
    verticalAlign: 'top',
    textAlign: 'center',
  },
  '& thead th': {
    borderTop: 0,
    fontSize: '0.8125rem',
    lineHeight: '1.125rem',
    verticalAlign: 'bottom',
    minWidth: 54,
  },
  '& tbody th': { textAlign: 'left', fontWeight: 400, padding: '12px 8px 12px 24px', minWidth: 150 },
  '& tbody th strong': { display: 'block' },
  '& tbody th small': { display: 'block', fontSize: '0.8125rem', color: 'var(--ink-soft)' },
  '& .own': { background: 'var(--sunken)', minWidth: 84, padding: '12px 6px' },
  '& thead th.own': { minWidth: 84, padding: '12px 6px' },
  '& .own svg': { display: 'block', margin: '0 auto 2px' },
  '& td.whole': { textAlign: 'left' },
  '& td.whole > div': { display: 'flex', flexWrap: 'wrap', gap: '6px 12px', alignItems: 'center' },
  '& td.whole span.words': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '& select': {
    font: 'inherit',
    fontSize: '0.8125rem',
    width: 76,
    marginTop: 4,
    minHeight: 28,
    border: '1px solid var(--control)',
    borderRadius: 6,
    background: 'var(--surface)',
    color: 'var(--ink)',
  },
  '& .answers': { display: 'flex', marginTop: 2, marginLeft: -8 },
  '& .answers button': { padding: '2px 8px', minWidth: 0, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
  '@media (max-width: 899px)': {
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '&, & tbody, & tr, & th, & td': { display: 'block', border: 0 },
    '& tbody tr': { borderTop: '1px solid var(--line)', padding: '12px 16px' },
    '& tbody th, & tbody td': { padding: '4px 0', textAlign: 'left' },
    '& tbody td[data-label]': {
      display: 'grid',
      gridTemplateColumns: '28px 1fr',
      gap: 8,
      alignItems: 'center',
    },
    '& tbody td[data-label]::after': { content: 'attr(data-label)', order: 1 },
    '& td select': { gridColumn: '1 / -1', width: 'auto', order: 2 },
    '& tbody td.own': { background: 'none', padding: '4px 0' },
  },
});

export interface WhoMayKnowProps {
  rows: readonly Row[];
  kinds: readonly OwnKind[];
  child: string;
  giver: string;
  onRow: (row: Row) => void;
}

/** One service a line, one kind a column; nothing is ticked by itself and there is no "all". */
export function WhoMayKnow({ rows, kinds, child, giver, onRow }: WhoMayKnowProps) {
  const w = useWords();
  return (
    <Scroll>
      <Table>
        <thead>
          <tr>
            <th scope="col">
              <span className="screen-reader">{w('consent.share.service')}</span>
            </th>
            {ORDINARY.map((kind) => (
              <th key={kind} scope="col">
                {w(`consent.kind.${kind}`, { child })}
              </th>
            ))}
            {kinds.map((kind) => (
              <th key={kindKey(kind)} scope="col" className="own">
                <Lock size={16} strokeWidth={1.75} aria-hidden />
                {topicOf(kind, child)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <RowHead row={row} giver={giver} onRow={onRow} />
              {row.answer === 'YES' ? (
                <Cells row={row} kinds={kinds} child={child} onRow={onRow} />
              ) : (
                <Whole row={row} giver={giver} span={ORDINARY.length + kinds.length} onRow={onRow} />
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

export const topicOf = (kind: OwnKind, child: string): string =>
  topicInWords(kind.about?.name ?? child, kind.category);

interface RowProps {
  row: Row;
  onRow: (row: Row) => void;
}

function RowHead({ row, giver, onRow }: RowProps & { giver: string }) {
  const w = useWords();
  const spoken = <span className="screen-reader"> {w('consent.share.forRow', { service: row.name })}</span>;
  return (
    <th scope="row" id={`row-${row.id}`} tabIndex={-1}>
      <strong>{row.name}</strong>
      {row.people.length > 0 && <small>{row.people.map((person) => person.name).join(', ')}</small>}
      {row.answer === 'YES' && (
        <div className="answers">
          <Button kind="quiet" size="small" onClick={() => onRow({ ...row, answer: 'NO' })}>
            {w('consent.share.setNo', { name: giver })}
            {spoken}
          </Button>
          <Button kind="quiet" size="small" onClick={() => onRow({ ...row, answer: 'NOT_ASKED' })}>
            {w('consent.share.setNotAsked')}
            {spoken}
          </Button>
        </div>
      )}
    </th>
  );
}

/** "Said no" and "not asked" are full lines, as plain as a yes. */
function Whole({ row, giver, span, onRow }: RowProps & { giver: string; span: number }) {
  const w = useWords();
  const no = row.answer === 'NO';
  return (
    <td className="whole" colSpan={span}>
      <div>
        <Tag tone="outline" mark={no ? 'barred' : 'dashed'}>
          {w(no ? 'consent.share.saidNo' : 'consent.share.notAsked', { name: giver })}
        </Tag>
        <span className="words">{w(no ? 'consent.share.asCareful' : 'consent.share.nothing')}</span>
        <Button kind="quiet" size="small" onClick={() => onRow({ ...row, answer: 'YES' })}>
          {w(no ? 'consent.share.change' : 'consent.share.ask', { name: giver })}
          <span className="screen-reader"> {w('consent.share.forRow', { service: row.name })}</span>
        </Button>
      </div>
    </td>
  );
}

function Cells({ row, kinds, child, onRow }: RowProps & { kinds: readonly OwnKind[]; child: string }) {
  const w = useWords();
  const cell = (key: string, topic: string, own: boolean) => {
    const reader = row.ticks[key];
    const set = (next: string | null) => onRow(tick(row, { key, reader: next }));
    return (
      <td key={key} data-label={topic} {...(own ? { className: 'own' } : {})}>
        <Box
          type="checkbox"
          aria-label={w('consent.share.cell', { service: row.name, topic })}
          checked={reader !== undefined}
          onChange={(event) => set(event.target.checked ? 'SERVICE' : null)}
        />
        {own && reader !== undefined && row.people.length > 0 && (
          <select
            aria-label={w('consent.share.whoReads', { service: row.name, topic })}
            value={reader}
            onChange={(event) => set(event.target.value)}
          >
            <option value="SERVICE">{w('consent.share.whole', { service: row.name })}</option>
            {row.people.map((person) => (
              <option key={person.userId} value={person.userId}>
                {w('consent.share.only', { name: person.name })}
              </option>
            ))}
          </select>
        )}
      </td>
    );
  };
  return (
    <>
      {ORDINARY.map((kind) => cell(kind, w(`consent.kind.${kind}`, { child }), false))}
      {kinds.map((kind) => cell(kindKey(kind), topicOf(kind, child), true))}
    </>
  );
}

/** The mark of an effect: will see, sees part, will not. */
export function EffectMark({ mark }: { mark: 'yes' | 'part' | 'no' }) {
  return <Mark name={mark === 'yes' ? 'tick' : mark === 'part' ? 'half' : 'barred'} size={18} />;
}
