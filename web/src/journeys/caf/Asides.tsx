import { Lock } from 'lucide-react';
import { partChoices } from '@encircle/shared/forms';
import type { Category } from '@encircle/shared/policy';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Select } from '@web/ui/Select';
import { Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { textIn, type BodyProps } from './body.types';
import type { Aside } from './section-text.model';
import { childOf } from './useAssessment';

/** Kinds that always belong to one adult or child, so that the part has to name whose they are. */
const OWN_DATA: readonly string[] = ['ADULT', 'OFFENCE', 'DV', 'IMMIG'];
const FIELDS = ['strengths', 'needs'] as const;

/** What must not stand beside the rest: kept in a part of its own, seen only by those it was agreed for. */
export function Asides({ view, section, text, setText, words }: BodyProps) {
  const w = useWords();
  const choices = partChoices(section);
  const child = childOf(view);
  const put = (asides: Aside[]) => setText((now) => ({ ...now, asides }));
  const change = (index: number, over: Partial<Aside>) =>
    put(text.asides.map((each, at) => (at === index ? { ...each, ...over } : each)));
  const add = () => {
    const [first] = choices;
    if (first) put([...text.asides, { category: first.category, aboutPersonId: null, answers: {} }]);
  };
  const people = [
    { value: child.id, label: child.name },
    ...view.adults.map(({ id, name, kind }) => ({ value: id, label: `${name}, ${kind.toLowerCase()}` })),
  ];
  if (choices.length === 0) return null;
  return (
    <Stack>
      {text.asides.map((aside, index) => (
        <Card key={index} title={w('caf.aside.title')} note={w('caf.aside.note')}>
          <Stack style={{ gap: 16 }}>
            <Select
              name={`aside.${index}.kind`}
              label={w('caf.aside.kind')}
              empty={false}
              options={choices.map(({ category, label }) => ({ value: category, label: words(label) }))}
              value={aside.category}
              onChange={(event) => change(index, { category: event.target.value as Category })}
            />
            {(OWN_DATA.includes(aside.category) || section.namesAdult) && (
              <Select
                name={`aside.${index}.about`}
                label={w('caf.aside.about')}
                options={people}
                value={aside.aboutPersonId ?? ''}
                onChange={(event) => change(index, { aboutPersonId: event.target.value || null })}
              />
            )}
            {FIELDS.map((key) => (
              <TextArea
                key={key}
                name={`aside.${index}.${key}`}
                label={words(section.fields.find((field) => field.key === key)?.label ?? '')}
                rows={3}
                value={textIn(aside.answers[key])}
                onChange={(event) =>
                  change(index, { answers: { ...aside.answers, [key]: event.target.value } })
                }
              />
            ))}
            <div>
              <Button
                size="small"
                kind="quiet"
                onClick={() => put(text.asides.filter((_, at) => at !== index))}
              >
                {w('caf.aside.remove')}
              </Button>
            </div>
          </Stack>
        </Card>
      ))}
      <div>
        <Button size="small" kind="quiet" icon={Lock} onClick={add}>
          {w('caf.aside.add')}
        </Button>
      </div>
    </Stack>
  );
}
