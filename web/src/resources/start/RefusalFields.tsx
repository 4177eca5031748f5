import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import type { Refusal } from './decision.model';

export interface RefusalFieldsProps {
  value: Refusal;
  onChange: (value: Refusal) => void;
}

/** What is written down when work goes on without the family's agreement (rule 5.5). */
export function RefusalFields({ value, onChange }: RefusalFieldsProps) {
  const w = useWords();
  const set = (over: Partial<Refusal>) => onChange({ ...value, ...over });
  return (
    <Card title={w('start.refusal.title')} note={w('start.refusal.note')}>
      <Stack style={{ gap: 16 }}>
        <TextInput
          name="refusal.whoSaidNo"
          label={w('start.refusal.who')}
          value={value.whoSaidNo ?? ''}
          onChange={(event) => set({ whoSaidNo: event.target.value })}
        />
        <CheckBox
          name="refusal.nobodyReachable"
          label={w('start.refusal.nobody')}
          checked={value.nobodyReachable}
          onChange={(nobodyReachable) => set({ nobodyReachable })}
        />
        <TextArea
          name="refusal.reason"
          label={w('start.refusal.reason')}
          rows={2}
          value={value.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
        <TextArea
          name="refusal.riskView"
          label={w('start.refusal.risk')}
          rows={2}
          value={value.riskView}
          onChange={(event) => set({ riskView: event.target.value })}
        />
        <CheckBox
          name="refusal.managerConsulted"
          label={w('start.refusal.manager')}
          checked={value.managerConsulted}
          onChange={(managerConsulted) => set({ managerConsulted })}
        />
      </Stack>
    </Card>
  );
}
