import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { CaseTeamMember, CaseView } from '@encircle/shared/cases';
import {
  ABSENT_PARENT_INVOLVEMENT,
  familyLabelOf,
  labelOf,
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Mark } from '@web/ui/Mark';
import { PersonDot, type PersonTone } from '@web/ui/PersonDot';
import { listOf } from './case-words';
import type { Kin } from './case.model';
import { PhoneLink } from './PhoneLink';

const Shell = styled('li')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--edge)',
  padding: 16,
  display: 'grid',
  gridTemplateColumns: '44px minmax(0, 1fr)',
  columnGap: 14,
  alignContent: 'start',
  '& h3': { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 700 },
  '& ul': {
    listStyle: 'none',
    padding: 0,
    fontSize: '0.875rem',
    lineHeight: '1.375rem',
    color: 'var(--ink-soft)',
  },
  '& .agreed': { display: 'flex', gap: 6, alignItems: 'center', color: 'var(--ink)' },
});

interface WhoProps {
  name: string;
  plain: string;
  tone: PersonTone;
  lines: readonly string[];
  phone: string | null;
  children: ReactNode;
}

function Who({ name, plain, tone, lines, phone, children }: WhoProps) {
  return (
    <Shell>
      <PersonDot name={plain} tone={tone} size={44} />
      <div>
        <h3>{name}</h3>
        <ul>
          {lines.filter(Boolean).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {children}
        </ul>
        {phone && <PhoneLink name={plain} phone={phone} />}
      </div>
    </Shell>
  );
}

/** Somebody of the family, as far as the reader may see them. */
export function RelativeCard({ view, kin }: { view: CaseView; kin: Kin }) {
  const w = useWords();
  const { name, kind, hasPr, livesWith, involvement, phone, gaveAgreement, notAsked } = kin.relative;
  const names = listOf(
    view.children.filter(({ id }) => kin.childIds.includes(id)).map(({ chosenName }) => chosenName),
  );
  const relation = w('cases.family.to', { relation: familyLabelOf(RELATIONSHIPS, kind) ?? '', names });
  return (
    <Who
      name={name}
      plain={name}
      tone="child"
      phone={phone}
      lines={[
        relation,
        labelOf(PARENTAL_RESPONSIBILITY, hasPr),
        labelOf(LIVES_WITH_CHILD, livesWith),
        involvement === null ? '' : labelOf(ABSENT_PARENT_INVOLVEMENT, involvement),
      ]}
    >
      {gaveAgreement && (
        <li className="agreed">
          <Mark name="tick" size={14} />
          {w('cases.around.gave')}
        </li>
      )}
      {notAsked && !gaveAgreement && (
        <li className="agreed">
          <Mark name="dashed" size={14} />
          {w('cases.around.notAsked')}
        </li>
      )}
    </Who>
  );
}

/** Somebody who helps. */
export function HelperCard({ view, member }: { view: CaseView; member: CaseTeamMember }) {
  const w = useWords();
  const { name, you, kind, jobTitle, agency, phone, from, inAgreement } = member;
  return (
    <Who
      name={you ? w('cases.header.you', { name }) : name}
      plain={name}
      tone={you || kind === 'LP' ? 'self' : 'other'}
      phone={phone}
      lines={[
        kind === 'LP' ? w('cases.list.lead') : '',
        [jobTitle, agency].filter(Boolean).join(', '),
        from === null ? '' : w('cases.family.since', { date: formatDate(londonDate(from)) }),
      ]}
    >
      {view.agreement && (
        <li className="agreed">
          <Mark name={inAgreement ? 'tick' : 'dashed'} size={14} />
          {w(inAgreement ? 'cases.around.covered' : 'cases.around.notCovered')}
        </li>
      )}
    </Who>
  );
}
