import { styled } from '@mui/material/styles';
import {
  ArrowLeftRight,
  CalendarDays,
  Check,
  Minus,
  Quote,
  Users,
  Volume1,
  type LucideIcon,
} from 'lucide-react';
import type { KnownChildView, MatchKind } from '@encircle/shared/people';
import { formatDate, formatShort } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { PersonDot } from '@web/ui/PersonDot';
import { Tag } from '@web/ui/Tag';
import { isLikely, reasonLines, type ReasonLine } from './find.model';

const Body = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 16,
  '& .name': { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  '& h3': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 },
  '& .facts': { color: 'var(--ink-soft)' },
  '& h4': { fontSize: '0.9375rem', fontWeight: 700, margin: '12px 0 4px' },
  '& ul': { listStyle: 'none', padding: 0, display: 'grid', gap: 6 },
  '& li': { display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 8, alignItems: 'start' },
  '& li svg': { marginTop: 3 },
});
const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  justifyContent: 'space-between',
  alignItems: 'center',
  '& p': { display: 'flex', gap: 6, alignItems: 'center', fontSize: '1rem' },
});

const ICONS: Partial<Record<MatchKind, LucideIcon>> = {
  SOUNDS_LIKE: Volume1,
  BIRTHDAY_SWAPPED: ArrowLeftRight,
  BIRTHDAY_NEAR: CalendarDays,
  ALSO_KNOWN_AS: Quote,
  NICKNAME: Quote,
  DIFFERENT_BIRTHDAY: Minus,
};

/** A child the searcher may see anyway, and why it might be the one. */
export function KnownCard({ child, onNotSame }: { child: KnownChildView; onNotSame: () => void }) {
  const w = useWords();
  const age = child.ageYears === null ? '' : w('find.known.age', { smart_count: child.ageYears });
  const born =
    child.dateOfBirth === null ? '' : w('find.known.born', { age, date: formatDate(child.dateOfBirth) });
  const facts = [born, child.postcodeArea, child.setting].filter(Boolean).join(' · ');
  const name = child.chosenName;
  const foot = (
    <Foot>
      <p>
        <Users size={16} strokeWidth={1.75} aria-hidden />
        {w(`find.known.relation.${child.relation as 'LP'}`, { name })}
      </p>
      <Actions>
        <Button
          kind="outlined"
          size="small"
          to={child.episodeId ? `/cases/${child.episodeId}` : `/children/${child.childId}/start`}
        >
          {w(child.episodeId ? 'find.known.open' : 'find.known.start', { name })}
        </Button>
        <Button kind="quiet" size="small" onClick={onNotSame}>
          {w('find.index.notSame')}
        </Button>
      </Actions>
    </Foot>
  );
  return (
    <Card foot={foot}>
      <Body>
        <PersonDot name={child.fullName} tone="child" size={44} />
        <div>
          <div className="name">
            <h3>{child.fullName}</h3>
            <Tag mark={isLikely(child) ? 'tick' : 'half'}>
              {w(isLikely(child) ? 'find.known.likely' : 'find.known.couldBe')}
            </Tag>
          </div>
          <p className="facts">{facts}</p>
          <h4>{w('find.known.whyHere')}</h4>
          <ul>
            {reasonLines(child.reasons).map((line) => (
              <Reason key={line.kind} line={line} />
            ))}
          </ul>
        </div>
      </Body>
    </Card>
  );
}

function Reason({ line }: { line: ReasonLine }) {
  const w = useWords();
  const Icon = ICONS[line.kind] ?? Check;
  return (
    <li>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{w(`find.reason.${line.kind}`)}</strong> {restOf(line, w)}
      </span>
    </li>
  );
}

function restOf(line: ReasonLine, w: Words): string {
  const [pair] = line.pairs;
  if (line.different.length > 0)
    return line.different.map((what) => w(`find.reason.${what}Word`)).join(w('find.reason.and'));
  if (line.kind === 'ALSO_KNOWN_AS') return line.recorded ?? '';
  if ((line.kind === 'BIRTHDAY_SWAPPED' || line.kind === 'BIRTHDAY_NEAR') && pair)
    return w('find.reason.birthday', { typed: formatShort(pair.typed), recorded: formatDate(pair.recorded) });
  if (pair)
    return w('find.reason.pairs', {
      pairs: line.pairs.map((each) => w('find.reason.pair', { ...each })).join(', '),
    });
  return w('find.reason.asTyped');
}
