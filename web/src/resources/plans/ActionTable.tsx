import { useState } from 'react';
import { ACTION_STATUSES, labelOf } from '@encircle/shared/codes';
import { formatLong } from '@encircle/shared/dates';
import type { ActionView, PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { DataTable, type Column } from '@web/ui/DataTable';
import { Tag } from '@web/ui/Tag';
import { ActionRowForm } from './ActionRowForm';
import { ChildTag } from './LineChild';
import type { PlanWrite } from './plan-write';

const LOOKS = {
  DONE: ['tick', 'good'],
  IN_PROGRESS: ['half', 'neutral'],
  AGREED: ['ring', 'outline'],
  PROPOSED: ['dashed', 'outline'],
} as const;

/** Who does what by when, and how it stands; one line at a time is opened to change it. */
export function ActionTable({
  view,
  label,
  actions,
  write,
}: {
  view: PlanView;
  label: string;
  actions: readonly ActionView[];
  write: PlanWrite;
}) {
  const w = useWords();
  const [open, setOpen] = useState<string | null>(null);
  if (actions.length === 0) return null;
  const editing = actions.find((each) => each.id === open);
  const change: Column<ActionView> = {
    key: 'do',
    title: w('plans.change'),
    plain: true,
    cell: (each) =>
      each.mayChange && (
        <Button
          size="small"
          kind="quiet"
          aria-label={w('plans.open', { text: each.text })}
          aria-expanded={open === each.id}
          onClick={() => setOpen(each.id)}
        >
          {w('plans.change')}
        </Button>
      ),
  };
  return (
    <>
      <DataTable
        label={label}
        rows={actions}
        rowKey={(each) => each.id}
        columns={[
          {
            key: 'what',
            title: w('plans.what'),
            head: true,
            cell: (each) => (
              <span id={`action-${each.id}`}>
                {each.text} <ChildTag plan={view} subjectId={each.subjectId} />
                {each.comments.at(-1) && <small>{each.comments.at(-1)?.text}</small>}
              </span>
            ),
          },
          { key: 'who', title: w('plans.actionWho'), cell: (each) => each.ownerName ?? '' },
          {
            key: 'by',
            title: w('plans.byWhen'),
            cell: (each) => formatLong(each.byWhen).replace(/ \d{4}$/, ''),
          },
          {
            key: 'how',
            title: w('plans.how'),
            cell: (each) => {
              const [mark, tone] =
                LOOKS[each.status as keyof typeof LOOKS] ?? (['barred', 'neutral'] as const);
              return (
                <Tag mark={each.overdue ? 'triangle' : mark} tone={each.overdue ? 'red' : tone}>
                  {labelOf(ACTION_STATUSES, each.status)}
                </Tag>
              );
            },
          },
          ...(actions.some((each) => each.mayChange) ? [change] : []),
        ]}
      />
      {editing && (
        <ActionRowForm
          key={editing.id}
          action={editing}
          meetingId={null}
          write={write}
          onDone={() => setOpen(null)}
        />
      )}
    </>
  );
}
