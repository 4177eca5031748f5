import { styled } from '@mui/material/styles';
import type { SharingColumn, SharingLine, SharingView } from '@encircle/shared/cases';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { formatDate, londonDate, londonTime } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { Mark } from '@web/ui/Mark';
import { PersonDot } from '@web/ui/PersonDot';
import { Tag } from '@web/ui/Tag';
import { firstName, listOf } from './case-words';
import { CELL_MARKS, columnKind, isRefusal, seesNothing } from './sharing.model';

const Frame = styled('div')({ overflowX: 'auto', '&:focus-visible': { borderRadius: 8 } });
const Table = styled('table')({
  width: '100%',
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  '& th, & td': { padding: '10px 10px', textAlign: 'left', verticalAlign: 'middle' },
  '& thead th': {
    fontSize: '0.8125rem',
    lineHeight: '1.125rem',
    fontWeight: 600,
    color: 'var(--ink-soft)',
    verticalAlign: 'bottom',
    minWidth: '4.5rem',
  },
  '& tr > :not(* + *)': { paddingLeft: 24, minWidth: '14rem' },
  '& tr > :last-child': { paddingRight: 24, minWidth: '11rem' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody th': { fontWeight: 400 },
  '& .who': { display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr)', gap: 12, alignItems: 'center' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .cell': {
    display: 'inline-flex',
    gap: 6,
    alignItems: 'center',
    fontSize: '0.875rem',
    whiteSpace: 'nowrap',
  },
  '& .no': { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  '@media (max-width: 599px)': { '& tr > :not(* + *)': { paddingLeft: 16, minWidth: '11rem' } },
});

export interface SharingTableProps {
  sharing: SharingView;
  chosen: string;
}

/** Person by kind of information with the reason in one line. A no to a service is a line too. */
export function SharingTable({ sharing, chosen }: SharingTableProps) {
  const w = useWords();
  const title = w('cases.sharing.who');
  return (
    <Card
      title={title}
      link={<span>{w('cases.sharing.count', { smart_count: sharing.lines.length })}</span>}
      flush
    >
      <Frame role="region" aria-label={title} tabIndex={0}>
        <Table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{w('cases.sharing.person')}</th>
              {sharing.columns.map((column) => (
                <th key={column.key} scope="col">
                  {columnWords(w, column, chosen)}
                </th>
              ))}
              <th scope="col">{w('cases.sharing.why')}</th>
            </tr>
          </thead>
          <tbody>
            {sharing.lines.map((line, index) => (
              <Line key={index} line={line} sharing={sharing} />
            ))}
          </tbody>
        </Table>
      </Frame>
    </Card>
  );
}

function Line({ line, sharing }: { line: SharingLine; sharing: SharingView }) {
  const w = useWords();
  return (
    <tr>
      <th scope="row">
        <span className="who">
          <PersonDot
            name={line.kind === 'TEAM' ? nameOf(w, line) : line.name}
            size={36}
            tone={line.you ? 'self' : line.kind === 'FAMILY' ? 'child' : 'other'}
          />
          <span>
            <strong>{nameOf(w, line)}</strong>
            <small>{noteOf(w, line)}</small>
          </span>
        </span>
      </th>
      {isRefusal(line) ? (
        <td colSpan={sharing.columns.length}>
          <span className="no">
            <Tag tone="outline" mark="barred">
              {w('cases.sharing.saidNo', { who: giversOf(w, sharing) })}
            </Tag>
            {w('cases.sharing.seesNothing')}
          </span>
        </td>
      ) : (
        sharing.columns.map(({ key }) => <Cell key={key} cell={line.cells[key] ?? 'no'} />)
      )}
      <td>
        {whyWords(w, line, sharing)}
        {whenWords(w, line) && <small>{whenWords(w, line)}</small>}
      </td>
    </tr>
  );
}

function Cell({ cell }: { cell: string }) {
  const w = useWords();
  return (
    <td>
      <span className="cell">
        <Mark name={CELL_MARKS[cell] ?? 'barred'} size={14} />
        {w(`cases.sharing.cell.${cell as 'no'}`)}
      </span>
    </td>
  );
}

function nameOf(w: Words, { kind, name, people, you }: SharingLine): string {
  if (kind === 'TEAM') return w(`cases.sharing.teams.${name as 'CAFC'}`, { smart_count: people ?? 0 });
  return you ? w('cases.header.you', { name }) : name;
}

/** "Since 12 January 2026, until 11 January 2027, last looked 16 March 2026" */
function whenWords(w: Words, { since, until, lastLooked, kind }: SharingLine): string {
  const end = until && kind === 'EMERGENCY' ? w('cases.sharing.untilTime', { time: londonTime(until) }) : '';
  const day = until && !end ? w('cases.sharing.until', { date: formatDate(until.slice(0, 10)) }) : '';
  const parts = [
    since ? w('cases.sharing.since', { date: formatDate(since) }) : '',
    end || day,
    lastLooked ? w('cases.sharing.looked', { date: formatDate(londonDate(lastLooked)) }) : '',
  ].filter(Boolean);
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const giversOf = (w: Words, { givers }: SharingView): string =>
  givers.length === 0 ? w('cases.sharing.reasons.someone') : listOf(givers.map(firstName));

/** What stands under the name: job and agency, relation, or that it is a service. */
function noteOf(w: Words, { kind, note, agency, part, names }: SharingLine): string {
  if (kind === 'TEAM') return listOf(names);
  if (kind === 'FAMILY') return familyLabelOf(RELATIONSHIPS, note ?? '') ?? '';
  if (kind === 'SERVICE') return w('cases.sharing.parts.SERVICE');
  const lead = part === 'LP' ? w('cases.sharing.parts.LP') : '';
  return [lead || note, agency].filter(Boolean).join(', ');
}

export function whyWords(w: Words, line: SharingLine, sharing: SharingView): string {
  const who = giversOf(w, sharing);
  const values = { who, agency: line.agency ?? '', date: line.on ? formatDate(line.on) : '' };
  if (line.why === 'OWN_RIGHT' && seesNothing(line)) return w('cases.sharing.reasons.OWN_RIGHT_NONE');
  if (line.why === 'AGREED_PERSON' && line.you) return w('cases.sharing.reasons.AGREED_YOU', values);
  const known = [
    'AGREED_PERSON',
    'AGREED_SERVICE',
    'MANAGER',
    'OWN_RIGHT',
    'NOT_AGREED',
    'REFUSED',
    'ROLE',
    'CAFC_TASK',
    'AUDIT',
    'PANEL_AGENDA',
    'IGO_TASK',
    'BROKER_TASK',
    'MASH_CONCERN',
    'BREAK_GLASS',
  ] as const;
  return w(`cases.sharing.reasons.${known.find((one) => one === line.why) ?? 'other'}`, values);
}

function columnWords(w: Words, column: SharingColumn, name: string): string {
  const known = [
    'who',
    'assessment',
    'health',
    'work',
    'notes',
    'SENS_MH',
    'SENS_SH',
    'SENS_SM',
    'ADULT',
  ] as const;
  const kind = known.find((one) => one === columnKind(column));
  return kind
    ? w(`cases.sharing.column.${kind}`, { name, about: firstName(column.about ?? '') })
    : column.key;
}
