import { styled } from '@mui/material/styles';
import { Handshake, LifeBuoy, Plus } from 'lucide-react';
import { useState } from 'react';
import { labelOf, OUTCOME_STATUSES, REVIEW_DECISIONS } from '@encircle/shared/codes';
import {
  formatLong,
  formatShort,
  londonDate,
  relativeDays,
  workingDaysLateWords,
} from '@encircle/shared/dates';
import type { OutcomeView, PlanBody, PlanView } from '@encircle/shared/plans';
import { Loaded } from '@web/layout/Loaded';
import { ChildSwitch } from '@web/layout/ChildSwitch';
import { useWords, type Words } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DistanceTravelled } from '@web/ui/DistanceTravelled';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { TravelTable } from '@web/ui/TravelTable';
import { ActionForm } from './ActionForm';
import { lateReviewOf } from './review.model';
import { HopeForm } from './HopeForm';
import { HopeTags } from './HopeTags';
import { linesOf } from './line-child.model';
import { ChildTag } from './LineChild';
import type { PlanWrite } from './plan-write';
import { measureWords, travelOf } from './travel-of';
import { usePlanWrite } from './usePlanWrite';
import { ActionTable } from './ActionTable';

const Head = styled('div')({
  display: 'grid',
  gap: '8px 24px',
  gridTemplateColumns: 'minmax(0, 1fr)',
  padding: '0 24px 12px',
  '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  '@media (max-width: 599px)': { padding: '0 16px 12px' },
  '& h2': { fontSize: '1.125rem', lineHeight: '1.5rem' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .tag': { marginTop: 6 },
});
const Harder = styled('p')({ display: 'flex', gap: 8, '& svg': { flex: 'none', marginTop: 2 } });

/** Need, hope and how far; then who does what by when. */
export function PlanTab({ caseId }: { caseId: string }) {
  const query = useGet<PlanView>(`/episodes/${caseId}/plan`);
  return <Loaded query={query}>{(view) => <Plan view={view} />}</Loaded>;
}

function Plan({ view }: { view: PlanView }) {
  const w = useWords();
  const today = useToday();
  const { write, problem } = usePlanWrite(view.episodeId);
  const [adding, setAdding] = useState<'hope' | 'action' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { plan } = view;
  const open = view.mayLead && plan !== null && plan.status !== 'CLOSED';
  const late = lateReviewOf(view, today);
  return (
    <>
      <PageTitle
        title={w('plans.title')}
        tab={
          view.child.name === null || view.children.length > 1
            ? w('plans.title')
            : w('plans.of', { child: view.child.name })
        }
        section
        note={plan === null ? undefined : noteOf(view, plan, today, w)}
        actions={
          open && (
            <>
              {plan.status === 'DRAFT' && plan.actions.length > 0 && (
                <Button icon={Handshake} to={`/cases/${view.episodeId}/plan/agree`}>
                  {w('plans.agree')}
                </Button>
              )}
              {plan.status === 'AGREED' && (
                <Button to={`/cases/${view.episodeId}/review`}>{w('plans.review')}</Button>
              )}
              <Button icon={Plus} onClick={() => setAdding('action')}>
                {w('plans.addAction')}
              </Button>
              <Button kind="filled" icon={Plus} onClick={() => setAdding('hope')}>
                {w('plans.addHope')}
              </Button>
            </>
          )
        }
      />
      <Stack>
        {problem && <Notice kind="red">{problem}</Notice>}
        {late !== null && (
          <Notice kind="amber">
            {w('plans.reviewLate', { date: formatLong(late), late: workingDaysLateWords(late, today) })}
          </Notice>
        )}
        {plan === null && (
          <EmptyState
            title={w('plans.title')}
            action={
              view.mayLead && (
                <Button kind="filled" onClick={() => void write(`/episodes/${view.episodeId}/plan`, {})}>
                  {w('plans.startPlan')}
                </Button>
              )
            }
          >
            {w('plans.noPlan')}
          </EmptyState>
        )}
        {plan && adding === 'hope' && (
          <HopeForm plan={view} child={shown} write={write} onDone={() => setAdding(null)} />
        )}
        {plan && adding === 'action' && (
          <ActionForm
            plan={view}
            child={shown}
            meetingId={null}
            write={write}
            onDone={() => setAdding(null)}
          />
        )}
        {plan && <ChildSwitch items={view.children} value={shown} onChange={setShown} />}
        {plan && <Hopes view={view} plan={partOf(plan, shown)} write={write} />}
        {plan && <Reviews view={view} />}
        {plan && (
          <p>
            <Button kind="quiet" to={`/cases/${view.episodeId}/evidence`}>
              {w('claims.evidence.title')}
            </Button>
          </p>
        )}
        {open && plan.status === 'AGREED' && (
          <Actions>
            <Button kind="quiet" to={`/cases/${view.episodeId}/plan/agree`}>
              {w('plans.agreeAgain')}
            </Button>
            <Button kind="quiet" to={`/cases/${view.episodeId}/close`}>
              {w('plans.close')}
            </Button>
          </Actions>
        )}
      </Stack>
    </>
  );
}

function noteOf(view: PlanView, plan: PlanBody, today: string, w: Words): string {
  const names = plan.agreements
    .filter((each) => each.agreed.startsWith('AGREED'))
    .map((each) => (each.name ?? '').split(' ')[0])
    .join(' and ');
  const first =
    plan.agreedOn === null
      ? w('plans.draft')
      : w('plans.agreed', { n: plan.versionNo, date: formatLong(plan.agreedOn), names });
  const planned = view.nextMeeting === null ? view.nextReviewDue : londonDate(view.nextMeeting.plannedAt);
  const next =
    planned === null
      ? w('plans.noNext')
      : w('plans.nextReview', { date: formatLong(planned), in: relativeDays(planned, today) });
  return `${first} · ${next}`;
}

/** What of the plan is about one child; everything, where nobody is chosen. */
const partOf = (plan: PlanBody, shown: string | null): PlanBody => ({
  ...plan,
  outcomes: linesOf(plan.outcomes, shown),
  actions: linesOf(plan.actions, shown),
});

function Hopes({ view, plan, write }: { view: PlanView; plan: PlanBody; write: PlanWrite }) {
  const w = useWords();
  const hopes = new Set(plan.outcomes.map(({ id }) => id));
  const loose = plan.actions.filter(({ outcomeId }) => outcomeId === null || !hopes.has(outcomeId));
  const travels = plan.outcomes.flatMap((each) => travelOf(each) ?? []);
  return (
    <>
      {plan.outcomes.length === 0 && <Notice>{w('plans.noHopes')}</Notice>}
      {plan.outcomes.map((outcome) => (
        <Card key={outcome.id} flush>
          <HopeHead view={view} outcome={outcome} write={write} />
          <ActionTable
            view={view}
            label={outcome.statement}
            actions={plan.actions.filter((each) => each.outcomeId === outcome.id)}
            write={write}
          />
        </Card>
      ))}
      {loose.length > 0 && (
        <Card title={w('plans.looseTitle')} flush>
          <ActionTable view={view} label={w('plans.looseTitle')} actions={loose} write={write} />
        </Card>
      )}
      {plan.contingency !== null && (
        <Harder>
          <LifeBuoy size={20} aria-hidden />
          <span>
            <strong>{w('plans.harder')}</strong> {plan.contingency}
          </span>
        </Harder>
      )}
      {travels.length > 0 && (
        <details>
          <summary>{w('plans.table')}</summary>
          <TravelTable label={w('plans.table')} rows={travels} />
        </details>
      )}
    </>
  );
}

function HopeHead({ view, outcome, write }: { view: PlanView; outcome: OutcomeView; write: PlanWrite }) {
  const w = useWords();
  const travel = travelOf(outcome);
  const rater = outcome.rater === null ? '' : w(`plans.rater.${outcome.rater as 'CHILD'}`);
  const measured = [measureWords(outcome) ?? rater, w(`plans.goodWay.${outcome.better as 'HIGHER'}`)]
    .filter(Boolean)
    .join('. ');
  return (
    <Head>
      <div>
        {outcome.need !== null && <small>{w('plans.need', { need: outcome.need })}</small>}
        <h2>
          {outcome.statement} <ChildTag plan={view} subjectId={outcome.subjectId} />
        </h2>
        <HopeTags
          outcome={outcome}
          mayChange={view.mayLead && view.plan?.status !== 'CLOSED'}
          write={write}
        />
        {travel && <small>{measured.charAt(0).toUpperCase() + measured.slice(1)}</small>}
        <div className="tag">
          {outcome.status !== 'OPEN' ? (
            <Tag tone="good" mark="tick">
              {labelOf(OUTCOME_STATUSES, outcome.status)}
            </Tag>
          ) : (
            outcome.travelled !== null && (
              <Tag tone="teal">
                {w('plans.since', {
                  change: outcome.travelled,
                  date: outcome.baselineOn === null ? '' : formatShort(outcome.baselineOn),
                })}
              </Tag>
            )
          )}
        </div>
      </div>
      {travel && <DistanceTravelled {...travel} />}
    </Head>
  );
}

function Reviews({ view }: { view: PlanView }) {
  const w = useWords();
  if (view.reviews.length === 0) return null;
  return (
    <Card title={w('plans.reviews')} count={view.reviews.length}>
      <ul>
        {view.reviews.map((each) => (
          <li key={each.id}>
            <strong>{w('plans.reviewLine', { n: each.reviewNo, date: formatLong(each.heldOn) })}</strong>,{' '}
            {each.late ? w('plans.late', { date: formatLong(each.dueOn) }) : w('plans.onTime')},{' '}
            {w('plans.level', { n: each.level })}. {labelOf(REVIEW_DECISIONS, each.whatNext)}.
          </li>
        ))}
      </ul>
    </Card>
  );
}
