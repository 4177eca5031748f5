import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import type { AgreementsView, WithdrawalView } from '@encircle/shared/consents';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, Stack } from '@web/ui/layout';
import { Mark } from '@web/ui/Mark';
import { Notice } from '@web/ui/Notice';
import { Voice } from '@web/ui/Voice';
import { ChangedMind } from './ChangedMind';
import { ContactCard } from './ContactCard';
import { giversWithYes, standingOf, type Standing } from './overview.model';

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: 12,
  '& svg': { marginTop: 3 },
  '& small': { display: 'block', fontSize: '0.875rem', color: 'var(--ink-soft)' },
});

/** What the family agreed to, refused and was not asked, as far as this reader may see it. For a page or a tab. */
export function AgreementOverview({ caseId }: { caseId: string }) {
  const query = useGet<AgreementsView>(`/episodes/${caseId}/consents`);
  if (query.error?.status === 403) return <NotForMe caseId={caseId} />;
  return <Loaded query={query}>{(view) => <Overview caseId={caseId} view={view} />}</Loaded>;
}

/** Who may not see the answers may still have asked for contact, and is answered here. */
function NotForMe({ caseId }: { caseId: string }) {
  const w = useWords();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  return (
    <Stack>
      <Notice>{w('consent.overview.notForMe')}</Notice>
      <ContactCard
        caseId={caseId}
        subjects={(query.data?.children ?? []).map(({ id, name }) => ({ personId: id, name }))}
      />
    </Stack>
  );
}

function Overview({ caseId, view }: { caseId: string; view: AgreementsView }) {
  const w = useWords();
  const [done, setDone] = useState<WithdrawalView | null>(null);
  const lines = standingOf(view.lines);
  const told = done && <Stopped done={done} />;
  const ask = (
    <Button kind="filled" to={`/cases/${caseId}/agreement/new`}>
      {w(lines.length > 0 ? 'consent.overview.recordAgain' : 'consent.overview.record')}
    </Button>
  );
  if (lines.length === 0)
    return (
      <Stack>
        {told}
        <EmptyState title={w('consent.overview.none')} {...(view.mayRecord ? { action: ask } : {})}>
          {w('consent.overview.noneBody')}
        </EmptyState>
      </Stack>
    );
  const [last] = view.acts;
  const said = view.acts.find((act) => act.childView);
  const child = view.subjects.find((each) => each.personId === said?.subjectId);
  return (
    <Stack>
      {told}
      {view.disputeDue && (
        <Notice>{w('consent.overview.disputed', { date: formatDate(view.disputeDue) })}</Notice>
      )}
      <Card
        title={w('consent.overview.title')}
        note={last && w('consent.overview.by', { name: last.giverName, date: formatDate(last.givenOn) })}
        flush
      >
        <CardLines>
          {lines.map((line) => (
            <StandingLine key={line.recipientId} line={line} />
          ))}
        </CardLines>
      </Card>
      {said?.childView && child && (
        <Voice
          words={said.childView}
          from={w('consent.overview.childSaid', { child: child.name, date: formatDate(said.givenOn) })}
        />
      )}
      {view.mayRecord && (
        <Actions>
          {ask}
          {copiesOf(view).map(({ giverPersonId, giverName }) => (
            <Button key={giverPersonId} to={`/cases/${caseId}/agreement/copy/${giverPersonId}`}>
              {w('consent.copy.take', { name: giverName })}
            </Button>
          ))}
        </Actions>
      )}
      <ContactCard caseId={caseId} subjects={view.subjects} />
      {view.mayWithdraw && giversWithYes(view.lines).length > 0 && (
        <ChangedMind caseId={caseId} view={view} onDone={setDone} />
      )}
    </Stack>
  );
}

/** One copy for each person who said something. */
function copiesOf(view: AgreementsView): AgreementsView['acts'] {
  return [...new Map(view.acts.map((act) => [act.giverPersonId, act])).values()];
}

function Stopped({ done }: { done: WithdrawalView }) {
  const w = useWords();
  return (
    <>
      <Notice kind="good">{w(`consent.overview.done.${done.outcome}`)}</Notice>
      <Card title={w('consent.overview.past')} note={w('consent.overview.pastNote')}>
        {done.pastRecipients.length === 0 ? (
          <p>{w('consent.overview.pastNone')}</p>
        ) : (
          <ul>
            {done.pastRecipients.map(({ name, first, last }) => (
              <li key={name}>
                {w('consent.overview.pastLine', { name, first: formatDate(first), last: formatDate(last) })}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function StandingLine({ line }: { line: Standing }) {
  const w = useWords();
  const kinds = line.categories.map((category) => labelOf(INFORMATION_CATEGORIES, category)).join(', ');
  const words = {
    GIVEN: 'consent.overview.given',
    REFUSED: 'consent.overview.refused',
    NOT_SOUGHT: 'consent.overview.notAsked',
  } as const;
  const mark = { GIVEN: 'tick', REFUSED: 'barred', NOT_SOUGHT: 'dashed' } as const;
  const until =
    line.until === null ? '' : `, ${w('consent.overview.until', { date: formatDate(line.until) })}`;
  return (
    <Line>
      <Mark name={mark[line.answer]} size={18} />
      <span>
        <strong>{line.name}</strong> {w(words[line.answer]).toLowerCase()}
        {until}
        {kinds && <small>{w('consent.overview.kinds', { kinds })}</small>}
      </span>
    </Line>
  );
}
