import { useState } from 'react';
import type { AlertView, AssignAlert } from '@encircle/shared/alerts';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';

/** Who looks into it. */
export function AssignCard({ alert: { row, officers } }: { alert: AlertView }) {
  const w = useWords();
  const say = useProblemWords();
  const [userId, setUserId] = useState(officers.length === 1 ? (officers[0]?.id ?? '') : '');
  const send = useSend<AssignAlert>(`/alerts/${row.id}/assign`, { refresh: ['/alerts'] });
  return (
    <Card title={w('alerts.assign.title')}>
      <FieldStack>
        {send.error && <Notice kind="red">{say(send.error)}</Notice>}
        <Select
          name="userId"
          label={w('alerts.assign.who')}
          options={officers.map(({ id, name }) => ({ value: id, label: name }))}
          value={userId}
          onChange={(event) => setUserId(event.target.value)}
        />
        <div>
          <Button
            disabled={send.isPending || userId === ''}
            onClick={() => send.mutate({ version: row.version, userId })}
          >
            {w('alerts.assign.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
