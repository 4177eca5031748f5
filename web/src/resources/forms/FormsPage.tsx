import { useState } from 'react';
import type { ChangeFormDraft, FormVersionsView, FormVersionView } from '@encircle/shared/assessments';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { AddQuestionForm } from './AddQuestionForm';

const PATH = '/forms/caf';

/** The area's own questions, version by version. One is added; none that was used is changed. */
export default function FormsPage() {
  const w = useWords();
  const query = useGet<FormVersionsView>(PATH);
  const [said, setSaid] = useState('');
  return (
    <>
      <PageTitle title={w('forms.title')} note={w('forms.note')} />
      <Loaded query={query}>
        {(view) => (
          <Stack>
            {said && <Notice kind="good">{said}</Notice>}
            {view.items.map((item) => (
              <Version key={item.version} item={item} view={view} onSaid={setSaid} />
            ))}
            <AddQuestionForm view={view} onAdded={() => setSaid(w('forms.add.added'))} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

interface VersionProps {
  item: FormVersionView;
  view: FormVersionsView;
  onSaid: (words: string) => void;
}

function Version({ item, view, onSaid }: VersionProps) {
  const w = useWords();
  const say = useProblemWords();
  const { version, rowVersion, questions, status, inForce } = item;
  const publish = useSend<ChangeFormDraft, FormVersionsView>(`${PATH}/publication`, { refresh: [PATH] });
  const titles = new Map(view.sections.map(({ key, title }) => [key, title]));
  const note = item.publishedOn
    ? w('forms.since', { date: formatDate(item.publishedOn), name: item.publishedBy ?? '' })
    : status === 'PUBLISHED'
      ? w('forms.house')
      : w('forms.publishNote');
  return (
    <Card title={w('forms.version', { version: version.replace('v', '') })} note={note}>
      <Stack style={{ gap: 12 }}>
        <div>
          {status === 'DRAFT' ? (
            <Tag tone="amber" mark="half">
              {w('forms.draft')}
            </Tag>
          ) : inForce ? (
            <Tag tone="good" mark="tick">
              {w('forms.inForce')}
            </Tag>
          ) : (
            <Tag>{w('forms.before')}</Tag>
          )}
        </div>
        {questions.length === 0 && <p>{w('forms.none')}</p>}
        {questions.length > 0 && (
          <ul style={{ paddingLeft: 20, display: 'grid', gap: 8 }}>
            {questions.map((each) => (
              <li key={each.key}>
                {w('forms.line', { section: titles.get(each.section) ?? each.section, label: each.label })}{' '}
                <span style={{ color: 'var(--ink-soft)' }}>
                  {w('forms.kind', {
                    type: w(`forms.types.${each.type}`),
                    required: w(each.required ? 'forms.required' : 'forms.optional'),
                  })}
                </span>
                {each.answers.length > 0 && (
                  <span style={{ display: 'block' }}>
                    {w('forms.answers', { answers: each.answers.map(({ label }) => label).join(', ') })}
                  </span>
                )}
                {status === 'DRAFT' && !isAsked(view, each.key) && (
                  <Drop name={each.key} label={each.label} rowVersion={rowVersion} />
                )}
              </li>
            ))}
          </ul>
        )}
        {publish.error && <Notice kind="red">{publish.error.detail || say(publish.error)}</Notice>}
        {status === 'DRAFT' && (
          <Actions>
            <Button
              disabled={publish.isPending}
              onClick={() =>
                publish.mutate({ rowVersion }, { onSuccess: () => onSaid(w('forms.published')) })
              }
            >
              {w('forms.publish', { version: version.replace('v', '') })}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

/** Asked in a version that was published: its answers stand in assessments. */
const isAsked = (view: FormVersionsView, key: string): boolean =>
  view.items.some((item) => item.status === 'PUBLISHED' && item.questions.some((each) => each.key === key));

function Drop({ name, label, rowVersion }: { name: string; label: string; rowVersion: number }) {
  const w = useWords();
  const drop = useSend<undefined, FormVersionsView>(`${PATH}/questions/${name}?rowVersion=${rowVersion}`, {
    method: 'DELETE',
    refresh: [PATH],
  });
  return (
    <Button
      size="small"
      kind="quiet"
      aria-label={w('forms.dropOf', { label })}
      disabled={drop.isPending}
      onClick={() => drop.mutate(undefined)}
    >
      {w('forms.drop')}
    </Button>
  );
}
