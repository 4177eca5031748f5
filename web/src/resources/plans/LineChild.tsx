import type { PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Tag } from '@web/ui/Tag';
import { childrenGoingOn } from './line-child.model';

interface LineChildProps {
  plan: PlanView;
  value: string;
  onChange: (subjectId: string) => void;
}

/** In a family record, which child a hope or an action is for. */
export function LineChild({ plan, value, onChange }: LineChildProps) {
  const w = useWords();
  if (plan.children.length < 2) return null;
  return (
    <RadioGroup
      name="subjectId"
      label={w('plans.forChild')}
      options={childrenGoingOn(plan).map(({ id, name }) => ({
        value: id,
        label: name ?? w('ui.children.baby'),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** Whose line it is, beside it. Nothing in a record of one child. */
export function ChildTag({ plan, subjectId }: { plan: PlanView; subjectId: string | null }) {
  const w = useWords();
  const child = plan.children.find(({ id }) => id === subjectId);
  if (plan.children.length < 2 || !child) return null;
  return <Tag tone="outline">{child.name ?? w('ui.children.baby')}</Tag>;
}
