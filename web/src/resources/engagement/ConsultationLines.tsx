import type { ConsultationView } from '@encircle/shared/engagement';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';

/** A consultation in words: the question, who asks whom, and what was advised. */
export function ConsultationLines({ item }: { item: ConsultationView }) {
  const w = useWords();
  const date = formatDate(londonDate(item.askedOn));
  return (
    <Stack style={{ gap: 8 }}>
      <p>“{item.question}”</p>
      <small>
        {w('engagement.consult.by', { name: item.askedBy ?? '', agency: item.agency ?? '', date })}
      </small>
      {item.asked.length > 0 && (
        <small>{w('engagement.consult.asked', { names: item.asked.join('; ') })}</small>
      )}
      {item.heldOn === null ? (
        <div>
          <Tag tone="outline" mark="clock">
            {w('engagement.consult.waiting')}
          </Tag>
        </div>
      ) : (
        <div>
          <strong>{w('engagement.consult.held', { date: formatDate(item.heldOn) })}</strong>
          <p>{item.advice}</p>
        </div>
      )}
    </Stack>
  );
}
