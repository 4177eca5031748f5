import { formatDate, londonDate } from '@encircle/shared/dates';
import type { PanelDecisionView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';

/** What panels decided, latest first, with who sees to it by when. */
export function DecisionsCard({
  title,
  decisions,
}: {
  title: string;
  decisions: readonly PanelDecisionView[];
}) {
  const w = useWords();
  if (decisions.length === 0) return null;
  return (
    <Card title={title} count={decisions.length} flush>
      <CardLines>
        {decisions.map(({ decision, resources, owner, dueOn, by, at }) => (
          <li key={at}>
            <strong style={{ whiteSpace: 'pre-line' }}>{decision}</strong>
            {resources && <p>{resources}</p>}
            <p>
              {dueOn
                ? w('panels.case.owner', { owner, date: formatDate(dueOn) })
                : w('panels.case.ownerOnly', { owner })}
            </p>
            <p style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
              {w('panels.case.decisionBy', { name: by ?? '', date: formatDate(londonDate(at)) })}
            </p>
          </li>
        ))}
      </CardLines>
    </Card>
  );
}
