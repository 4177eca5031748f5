import { useState } from 'react';
import { formatDate } from '@encircle/shared/dates';
import {
  LEVEL_AREAS,
  LEVELS_OF_NEED,
  type LevelsVersionsView,
  type LevelsVersionView,
} from '@encircle/shared/levels';
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
import { LevelsVersionForm } from './LevelsVersionForm';

/** What the levels of need are called here and by what they are told apart, version by version. Nothing is edited. */
export default function LevelsPage() {
  const w = useWords();
  const query = useGet<LevelsVersionsView>('/levels-of-need');
  const [start, setStart] = useState<LevelsVersionView | null>(null);
  const [added, setAdded] = useState(false);
  const begin = (view: LevelsVersionView | undefined) => {
    setAdded(false);
    setStart(view ?? null);
  };
  return (
    <>
      <PageTitle title={w('levels.admin.title')} note={w('levels.admin.note')} />
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {added && <Notice kind="good">{w('levels.admin.added')}</Notice>}
            {start ? (
              <LevelsVersionForm
                start={start}
                seen={Number(items[0]?.version ?? 1)}
                onLeave={() => setStart(null)}
                onDone={() => {
                  setStart(null);
                  setAdded(true);
                }}
              />
            ) : (
              <>
                <Actions>
                  <Button kind="filled" onClick={() => begin(items[0])}>
                    {w('levels.admin.change')}
                  </Button>
                </Actions>
                {items.map((item) => (
                  <Version key={item.version} item={item} />
                ))}
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Version({ item }: { item: LevelsVersionView }) {
  const w = useWords();
  const { version, validFrom, addedBy, inForce } = item;
  const note = validFrom
    ? w('levels.admin.since', { date: formatDate(validFrom), name: addedBy ?? '' })
    : w('levels.admin.house');
  return (
    <Card title={w('levels.admin.version', { version })} note={note}>
      <Stack style={{ gap: 12 }}>
        <div>
          {inForce ? (
            <Tag tone="good" mark="tick">
              {w('levels.admin.inForce')}
            </Tag>
          ) : (
            <Tag>{w('levels.admin.coming')}</Tag>
          )}
        </div>
        <Disclosure summary={w('levels.admin.read', { version })}>
          <Stack style={{ gap: 16 }}>
            {LEVELS_OF_NEED.map((level) => {
              const words = item.levels.find((each) => each.level === level);
              return (
                <section key={level}>
                  <h3>
                    {level} {words?.name}
                  </h3>
                  <p>
                    {words?.meaning} {words?.response}
                  </p>
                  {LEVEL_AREAS.map((area) => (
                    <div key={area}>
                      <p>
                        <strong>{w(`levels.areas.${area}`)}</strong>
                      </p>
                      <ul style={{ paddingLeft: 20 }}>
                        {item.descriptors
                          .filter((each) => each.area === area && each.level === level)
                          .map(({ key, text }) => (
                            <li key={key}>{text}</li>
                          ))}
                      </ul>
                    </div>
                  ))}
                </section>
              );
            })}
          </Stack>
        </Disclosure>
      </Stack>
    </Card>
  );
}
