import { useState } from 'react';
import type { StatementVersionsView } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';
import { StatementText } from '@web/journeys/consent/StatementText';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { WordingForm, type WordingStart } from './WordingForm';
import { groupsOf, type WordingGroup } from './wording.model';

/** What is read out to families when they agree, in each language. A change is a new version; nothing is edited. */
export default function WordingPage() {
  const w = useWords();
  const query = useGet<StatementVersionsView>('/consent-statements');
  const [start, setStart] = useState<WordingStart | null>(null);
  const [added, setAdded] = useState(false);
  const change = (next: WordingStart) => {
    setAdded(false);
    setStart(next);
  };
  return (
    <>
      <PageTitle title={w('wording.title')} note={w('wording.note')} />
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {added && <Notice kind="good">{w('wording.added')}</Notice>}
            {start ? (
              <WordingForm
                start={start}
                onLeave={() => setStart(null)}
                onDone={() => {
                  setStart(null);
                  setAdded(true);
                }}
              />
            ) : (
              <Actions>
                <Button kind="filled" onClick={() => change({ language: '', form: 'FULL', body: '' })}>
                  {w('wording.another')}
                </Button>
              </Actions>
            )}
            {!start &&
              groupsOf(items).map((group) => <Group key={group.key} group={group} onChange={change} />)}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Group({ group, onChange }: { group: WordingGroup; onChange: (start: WordingStart) => void }) {
  const w = useWords();
  const { language, languageName, form, current, others } = group;
  return (
    <Card
      title={w(`wording.name.${form}`, { language: languageName })}
      note={
        current
          ? w('wording.since', { version: current.version, date: formatDate(current.validFrom) })
          : w('wording.notYet')
      }
    >
      <Stack>
        {current?.behind && (
          <div>
            <Tag tone="amber" mark="clock">
              {w('wording.behind')}
            </Tag>
          </div>
        )}
        {current && (
          <Disclosure summary={w('wording.read', { version: current.version })}>
            <StatementText statement={current} />
          </Disclosure>
        )}
        {others.map((other) => (
          <Disclosure
            key={other.version}
            summary={w('wording.other', { version: other.version, date: formatDate(other.validFrom) })}
          >
            <StatementText statement={other} />
          </Disclosure>
        ))}
        <Actions>
          <Button
            kind="outlined"
            onClick={() => onChange({ language, form, body: (current ?? others[0])?.body ?? '' })}
          >
            {w('wording.change', { language: w(`wording.name.${form}`, { language: languageName }) })}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}
