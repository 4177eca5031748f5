import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { CaseRelative, CaseTeamMember, CaseView } from '@encircle/shared/cases';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { useWords, type Words } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';
import { Mark } from '@web/ui/Mark';
import { PersonDot, type PersonTone } from '@web/ui/PersonDot';
import { firstName, relationWord } from './case-words';
import { aroundChild, type Around } from './case.model';
import { PhoneLink } from './PhoneLink';
import { useReader, useSelf } from './reader';
import { whoseCase } from './whose';

const People = styled(CardLines)({ '& > li:first-of-type': { borderTop: 0, paddingTop: 4 } });
const Person = styled('div')({
  display: 'grid',
  gridTemplateColumns: '40px minmax(0, 1fr) auto',
  columnGap: 14,
  alignItems: 'start',
  '& .agreed': {
    gridColumn: '2 / -1',
    display: 'flex',
    gap: 6,
    alignItems: 'center',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    marginTop: 2,
  },
  '@media (max-width: 599px)': { '& a': { minHeight: 44, marginTop: -10 } },
  '@media (max-width: 359px)': {
    gridTemplateColumns: '40px minmax(0, 1fr)',
    '& > a': { gridColumn: 2, marginTop: 0 },
  },
  '& .soft': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});

/** Everyone around the child: who, what they are, how to ring them, and whether the agreement covers them. */
export function AroundCard({ view }: { view: CaseView }) {
  const w = useWords();
  const self = useSelf();
  const { chosen } = whoseCase(view);
  const own = view.children.length === 1 && view.children[0]?.id === self.personId;
  const { near, also } = aroundChild(view);
  if (near.length === 0 && also.length === 0) return null;
  const link = view.tabs.includes('family') && (
    <Link to={`/cases/${view.id}/family`}>{w('cases.around.who')}</Link>
  );
  const others = also.map((one) => alsoWords(w, one)).join('; ');
  return (
    <Card
      title={own ? w('cases.around.titleYou') : w('cases.around.title', { name: chosen })}
      link={link}
      flush
      {...(others ? { foot: w('cases.around.also', { name: chosen, people: others }) } : {})}
    >
      <People>
        {near.map((one) => (
          <li key={one.kind === 'relative' ? one.relative.id : one.member.userId}>
            <Line view={view} one={one} />
          </li>
        ))}
      </People>
    </Card>
  );
}

function Line({ view, one }: { view: CaseView; one: Around }) {
  const w = useWords();
  const self = useSelf();
  const family = useReader() === 'family';
  if (one.kind === 'relative') {
    const { relative } = one;
    const you = relative.id === self.personId;
    return (
      <Entry
        name={you ? w('cases.header.you', { name: relative.name }) : relative.name}
        plain={relative.name}
        tone="child"
        role={relativeRole(w, relative)}
        phone={relative.phone}
      >
        {relative.gaveAgreement && (
          <Covered words={w(you ? 'cases.around.gaveYou' : 'cases.around.gave')} yes />
        )}
        {relative.notAsked && <Covered words={w('cases.around.notAsked')} yes={false} />}
      </Entry>
    );
  }
  const { member } = one;
  const name = member.you ? w('cases.header.you', { name: member.name }) : member.name;
  return (
    <Entry
      name={name}
      plain={member.name}
      tone={member.you || member.kind === 'LP' ? 'self' : 'other'}
      role={memberRole(w, member, family)}
      phone={member.phone}
    >
      {view.agreement && <Covered words={coverWords(w, view, member, self.name)} yes={member.inAgreement} />}
    </Entry>
  );
}

interface EntryProps {
  name: string;
  /** Without "(you)", for initials and for ringing. */
  plain?: string;
  tone: PersonTone;
  role: string;
  phone: string | null;
  children: React.ReactNode;
}

function Entry({ name, plain = name, tone, role, phone, children }: EntryProps) {
  return (
    <Person>
      <PersonDot name={plain} tone={tone} />
      <div>
        <strong>{name}</strong>
        <p className="soft">{role}</p>
      </div>
      {phone ? <PhoneLink name={plain} phone={phone} /> : <span />}
      {children}
    </Person>
  );
}

function Covered({ words, yes }: { words: string; yes: boolean }) {
  return (
    <p className="agreed">
      <Mark name={yes ? 'tick' : 'dashed'} size={14} />
      {words}
    </p>
  );
}

/** "In Mia’s agreement"; with several givers, or none to name, without the name. */
function coverWords(w: Words, { agreement }: CaseView, member: CaseTeamMember, self: string): string {
  if (!member.inAgreement) return w('cases.around.notCovered');
  const [giver, another] = agreement?.givers ?? [];
  if (giver === self) return w('cases.around.coveredByYou');
  return giver && !another
    ? w('cases.around.coveredBy', { who: firstName(giver) })
    : w('cases.around.covered');
}

function relativeRole(w: Words, { kind, hasPr }: CaseRelative): string {
  const relation = familyLabelOf(RELATIONSHIPS, kind) ?? '';
  return hasPr === 'YES' ? w('cases.around.pr', { relation }) : relation;
}

function memberRole(w: Words, { kind, jobTitle, agency }: CaseTeamMember, family: boolean): string {
  if (kind === 'LP')
    return w(family ? 'cases.around.leadsFamily' : 'cases.around.leads', { job: jobTitle ?? agency });
  return [jobTitle, agency].filter(Boolean).join(', ');
}

/** "dad Finn, lives elsewhere, not yet asked" */
function alsoWords(w: Words, { kind, name, livesWith, notAsked }: CaseRelative): string {
  return [
    `${relationWord(kind)} ${firstName(name)}`.trim(),
    ...(livesWith === 'NO' ? [w('cases.around.elsewhere')] : []),
    ...(notAsked ? [w('cases.around.notYetAsked')] : []),
  ].join(', ');
}
