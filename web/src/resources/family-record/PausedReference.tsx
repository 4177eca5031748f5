import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';

/** Children of a family whom social care has: the CAF team says how it goes on with the part of each. */
export function PausedCard({ caseId, childIds }: { caseId: string; childIds: readonly string[] }) {
  const w = useWords();
  const { data } = useGet<CaseView>(childIds.length === 0 ? null : `/episodes/${caseId}`);
  const children = (data?.children ?? []).filter(({ id }) => childIds.includes(id));
  if (children.length === 0) return null;
  return (
    <Card title={w('familyRecord.pause.card')}>
      <Actions>
        {children.map(({ id, chosenName: name }) => (
          <Button key={id} kind="outlined" to={`/cases/${caseId}/children/${id}/pause`}>
            {w('familyRecord.pauseEnd', { name })}
          </Button>
        ))}
      </Actions>
    </Card>
  );
}
