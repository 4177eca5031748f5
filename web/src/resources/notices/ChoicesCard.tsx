import { useState } from 'react';
import { MAIL_CHOICES, type NoticeChoice, type NoticeChoices } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';

/** Each as it comes, once a day, or no mail: kept as soon as it is chosen. */
export function ChoicesCard() {
  const w = useWords();
  const say = useProblemWords();
  const query = useGet<NoticeChoices>('/my/notice-choices');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const send = useSend<NoticeChoice, NoticeChoices>('/my/notice-choices', {
    method: 'PUT',
    refresh: ['/my/notice-choices'],
  });
  const choose = (choice: NoticeChoice) => {
    setChosen({ ...chosen, [choice.kind]: choice.mail });
    send.mutate(choice, { onError: () => setChosen({}) });
  };
  return (
    <Card title={w('notices.choices.title')} note={w('notices.choices.note')}>
      <Loaded query={query}>
        {({ items }) => (
          <FieldStack>
            {items.map(({ kind, mail }) => (
              <Select
                key={kind}
                name={`mail-${kind}`}
                label={w(`notices.choices.kinds.${kind}`)}
                empty={false}
                options={MAIL_CHOICES.map((value) => ({ value, label: w(`notices.choices.mail.${value}`) }))}
                value={chosen[kind] ?? mail}
                onChange={(event) => choose({ kind, mail: event.target.value as NoticeChoice['mail'] })}
              />
            ))}
            <div role="status">
              {send.isSuccess && w('notices.choices.saved')}
              {send.error && <Notice kind="red">{say(send.error)}</Notice>}
            </div>
          </FieldStack>
        )}
      </Loaded>
    </Card>
  );
}
