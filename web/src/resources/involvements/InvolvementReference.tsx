import type { OwnInvolvementsView } from '@encircle/shared/sensitive';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';

/** For workers of specialist services only: the way to write down that they work with somebody. */
export function InvolvementReference() {
  const w = useWords();
  const can = useCan();
  const query = useGet<OwnInvolvementsView>(can('create', 'index') ? '/my/involvements' : null);
  if ((query.data?.kinds.length ?? 0) === 0) return null;
  return (
    <Card title={w('involvements.entry')} note={w('involvements.entryNote')}>
      <Button to="/involvements">{w('involvements.open')}</Button>
    </Card>
  );
}
