import { styled } from '@mui/material/styles';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ACTION_STATUSES, labelOf } from '@encircle/shared/codes';
import { formatLong } from '@encircle/shared/dates';
import type { ActionView, OutcomeView, PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DistanceTravelled } from '@web/ui/DistanceTravelled';
import { Actions, Key } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { TextInput } from '@web/ui/TextInput';
import { ActionForm } from './ActionForm';
import { ActionRowForm } from './ActionRowForm';
import { HopeForm } from './HopeForm';
import { travelOf } from './travel-of';
import { ChildTag } from './LineChild';
import type { PlanWrite } from './plan-write';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 8,
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem' },
  '& p': { fontSize: '0.875rem', color: 'var(--ink-soft)', marginLeft: 'auto' },
});
const Hope = styled('div')({
  display: 'grid',
  gap: '8px 24px',
  gridTemplateColumns: 'minmax(0, 1fr)',
  padding: '16px 24px',
  '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  '& h3': { fontSize: '1.0625rem', lineHeight: '1.5rem' },
  '& small': { display: 'block', fontSize: '0.875rem', color: 'var(--ink-soft)' },
});
const Row = styled('button')({
  display: 'grid',
  width: '100%',
  gridTemplateColumns: 'minmax(0, 1fr) 7rem 8.5rem 7.5rem',
  gap: 12,
  alignItems: 'start',
  padding: '12px 24px',
  border: 0,
  borderTop: '1px solid var(--line)',
  background: 'none',
  font: 'inherit',
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { background: 'var(--sunken)' },
  '&:focus-visible': { outlineOffset: -3 },
  '&:disabled': { cursor: 'default', background: 'none' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, padding: '12px 16px' },
});

interface PlanRowsProps {
  plan: PlanView;
  meetingId: string | null;
  write: PlanWrite;
  adding: boolean;
  onAdding: (open: boolean) => void;
}

/** The plan by hope: score, who does what, by when, how it is. Only the row being typed in is tinted. */
export function PlanRows({ plan, meetingId, write, adding, onAdding }: PlanRowsProps) {
  const w = useWords();
  const [hoping, setHoping] = useState(false);
  const { plan: body } = plan;
  if (body === null)
    return (
      <Card title={w('plans.title')}>
        <p>{w('plans.noPlan')}</p>
        {plan.mayLead && (
          <Button onClick={() => void write(`/episodes/${plan.episodeId}/plan`, {})}>
            {w('plans.startPlan')}
          </Button>
        )}
      </Card>
    );
  const loose = body.actions.filter((each) => each.outcomeId === null);
  return (
    <>
      <Head>
        <h2>{w('plans.title')}</h2>
        <p>
          {w('plans.planCount', {
            hopes: w('plans.hopes', { smart_count: body.outcomes.length }),
            actions: w('plans.actions', { smart_count: body.actions.length }),
          })}
        </p>
        {plan.mayLead && (
          <Actions>
            <Button
              kind="neutral"
              size="small"
              icon={Plus}
              onClick={() => setHoping(!hoping)}
              aria-expanded={hoping}
            >
              {w('plans.addHope')}
            </Button>
            <Button
              kind="neutral"
              size="small"
              icon={Plus}
              onClick={() => onAdding(!adding)}
              aria-expanded={adding}
              aria-keyshortcuts="a"
            >
              {w('plans.addAction')}{' '}
              <Key aria-hidden style={{ marginLeft: 8 }}>
                a
              </Key>
            </Button>
          </Actions>
        )}
      </Head>
      {hoping && <HopeForm plan={plan} write={write} onDone={() => setHoping(false)} />}
      {adding && (
        <ActionForm plan={plan} meetingId={meetingId} write={write} onDone={() => onAdding(false)} />
      )}
      {body.outcomes.map((outcome) => (
        <Card key={outcome.id} flush>
          <HopeHead
            plan={plan}
            outcome={outcome}
            write={write}
            meetingId={meetingId}
            mayScore={plan.mayLead && outcome.status === 'OPEN'}
          />
          {body.actions
            .filter((each) => each.outcomeId === outcome.id)
            .map((action) => (
              <ActionLine key={action.id} plan={plan} action={action} meetingId={meetingId} write={write} />
            ))}
        </Card>
      ))}
      {loose.length > 0 && (
        <Card flush>
          {loose.map((action) => (
            <ActionLine key={action.id} plan={plan} action={action} meetingId={meetingId} write={write} />
          ))}
        </Card>
      )}
      {body.outcomes.length === 0 && <Notice>{w('plans.noHopes')}</Notice>}
    </>
  );
}

function HopeHead({
  plan,
  outcome,
  write,
  meetingId,
  mayScore,
}: {
  plan: PlanView;
  outcome: OutcomeView;
  write: PlanWrite;
  meetingId: string | null;
  mayScore: boolean;
}) {
  const w = useWords();
  const [value, setValue] = useState('');
  const travel = travelOf(outcome);
  const score = async () => {
    const number = Number(value.replace(',', '.'));
    if (value.trim() === '' || Number.isNaN(number)) return;
    if (
      await write(`/outcomes/${outcome.id}/ratings`, {
        value: number,
        ...(meetingId === null ? {} : { meetingId }),
      })
    )
      setValue('');
  };
  return (
    <Hope>
      <div>
        {outcome.need !== null && <small>{w('plans.need', { need: outcome.need })}</small>}
        <h3>
          {outcome.statement} <ChildTag plan={plan} subjectId={outcome.subjectId} />
        </h3>
        {mayScore && (
          <Actions style={{ alignItems: 'end', marginTop: 8 }}>
            <div style={{ width: 96 }}>
              <TextInput
                name={`score-${outcome.id}`}
                inputMode="decimal"
                label={w('plans.scoreNow')}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            </div>
            <Button
              size="small"
              kind="neutral"
              onClick={() => void score()}
              disabled={value.trim() === ''}
              aria-label={`${w('plans.saveScore')}: ${outcome.statement}`}
            >
              {w('plans.saveScore')}
            </Button>
          </Actions>
        )}
      </div>
      {travel && <DistanceTravelled {...travel} />}
    </Hope>
  );
}

const MARKS = {
  DONE: ['tick', 'good'],
  IN_PROGRESS: ['half', 'neutral'],
  AGREED: ['ring', 'outline'],
  PROPOSED: ['dashed', 'outline'],
} as const;

function ActionLine({
  plan,
  action,
  meetingId,
  write,
}: {
  plan: PlanView;
  action: ActionView;
  meetingId: string | null;
  write: PlanWrite;
}) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const closed = useRef(false);
  // Whoever writes by keyboard goes on from the row they kept.
  useEffect(() => {
    if (closed.current) row.current?.focus();
    closed.current = open;
  }, [open]);
  const last = action.comments.at(-1);
  const look = MARKS[action.status as keyof typeof MARKS] ?? (['barred', 'neutral'] as const);
  if (open)
    return (
      <ActionRowForm action={action} meetingId={meetingId} write={write} onDone={() => setOpen(false)} />
    );
  return (
    <Row
      ref={row}
      type="button"
      data-plan-row=""
      disabled={!action.mayChange}
      onClick={() => setOpen(true)}
      aria-label={w('plans.open', { text: action.text })}
    >
      <span>
        {action.text} <ChildTag plan={plan} subjectId={action.subjectId} />
        {last && <small>{last.text}</small>}
      </span>
      <span>{action.ownerName}</span>
      <span>{formatLong(action.byWhen).replace(/ \d{4}$/, '')}</span>
      <span>
        <Tag mark={action.overdue ? 'triangle' : look[0]} tone={action.overdue ? 'red' : look[1]}>
          {labelOf(ACTION_STATUSES, action.status)}
        </Tag>
      </span>
    </Row>
  );
}
