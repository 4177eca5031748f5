import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { RadioGroup } from '@web/ui/RadioGroup';

interface WhoDiedProps {
  caseId: string;
  value: string;
  error: string | undefined;
  onChange: (childId: string) => void;
}

/** Asked in a record of several children only. */
export function WhoDied({ caseId, value, error, onChange }: WhoDiedProps) {
  const w = useWords();
  const { data } = useGet<CaseView>(`/episodes/${caseId}`);
  if (!data || data.children.length < 2) return null;
  return (
    <RadioGroup
      name="deathOf"
      label={w('plans.closePage.deathOf')}
      options={data.children.map((child) => ({ value: child.id, label: child.name ?? '' }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
