import { useState } from 'react';
import type { ContributionView, DecideContribution } from '@encircle/shared/assessments';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { section as sectionOf } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, Well } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { TextArea } from '@web/ui/TextArea';
import { Actions, Stack } from '@web/ui/layout';
import { AnswerLines } from './AnswerLines';
import { formNamed } from './known-forms';
import { useWordsAbout } from './useAssessment';

interface Props {
  item: ContributionView;
  /** Wrote or leads the case, and the version is still being written. */
  mayAct: boolean;
}

/** One question to one colleague, and what may be done with it now. */
export function ContributionCard({ item, mayAct }: Props) {
  const w = useWords();
  const words = useWordsAbout(item.child);
  const section = sectionOf(formNamed(item.formCode, item.formVersion), item.section);
  return (
    <Card
      title={w('contributions.of', { name: item.askedOf, agency: item.agency })}
      note={w('contributions.about', { section: words(section.title), child: item.child })}
    >
      <Stack style={{ gap: 12 }}>
        <div>
          <StatusTag item={item} />{' '}
          {w('contributions.by', {
            asked: formatDate(londonDate(item.askedAt)),
            due: formatDate(item.dueOn),
          })}{' '}
          {item.remindedOn && w('contributions.reminded', { date: formatDate(item.remindedOn) })}
        </div>
        <p>“{item.question}”</p>
        {item.note && item.status === 'RETURNED' && <p>{w('contributions.yourNote', { note: item.note })}</p>}
        {item.declined && <p>{w('contributions.why', { name: item.askedOf, reason: item.declined })}</p>}
        {item.answers && (
          <Well>
            <h3>{w('contributions.says', { name: item.askedOf })}</h3>
            <AnswerLines child={item.child} section={section} answers={item.answers} words={words} />
          </Well>
        )}
        {mayAct && <Deciding item={item} />}
      </Stack>
    </Card>
  );
}

function StatusTag({ item }: { item: ContributionView }) {
  const w = useWords();
  const status = w(`contributions.status.${item.status as 'ASKED'}`);
  if (item.late)
    return (
      <Tag tone="red" mark="alert-diamond">
        {w('contributions.status.late')}
      </Tag>
    );
  if (item.status === 'ACCEPTED')
    return (
      <Tag tone="good" mark="tick">
        {status}
      </Tag>
    );
  return <Tag tone={item.status === 'ANSWERED' ? 'amber' : 'neutral'}>{status}</Tag>;
}

function Deciding({ item }: { item: ContributionView }) {
  const w = useWords();
  const say = useProblemWords();
  const [back, setBack] = useState(false);
  const [note, setNote] = useState('');
  const refresh = ['/assessments', '/my'];
  const decide = useSend<DecideContribution, ContributionView>(`/contributions/${item.id}/decision`, {
    refresh,
  });
  const remind = useSend<object, ContributionView>(`/contributions/${item.id}/reminder`, { refresh });
  const error = decide.error ?? remind.error;
  const wrong = decide.error?.fields['note']?.[0];
  const act = (decision: DecideContribution['decision'], over: object = {}) =>
    decide.mutate({ version: item.version, decision, ...over });
  const owed = item.status === 'ASKED' || item.status === 'RETURNED';
  if (!owed && item.status !== 'ANSWERED') return null;
  return (
    <>
      {error && !wrong && <Notice kind="red">{error.detail || say(error)}</Notice>}
      {back && (
        <TextArea
          name={`note.${item.id}`}
          label={w('contributions.returnNote')}
          rows={2}
          maxLength={1000}
          error={wrong}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <Actions>
        {item.status === 'ANSWERED' && !back && (
          <>
            <Button disabled={decide.isPending} onClick={() => act('ACCEPT')}>
              {w('contributions.accept')}
            </Button>
            <Button onClick={() => setBack(true)}>{w('contributions.return')}</Button>
          </>
        )}
        {back && (
          <>
            <Button disabled={decide.isPending} onClick={() => act('RETURN', { note })}>
              {w('contributions.sendBack')}
            </Button>
            <Button kind="quiet" onClick={() => setBack(false)}>
              {w('contributions.keep')}
            </Button>
          </>
        )}
        {owed && (
          <>
            <Button disabled={remind.isPending} onClick={() => remind.mutate({})}>
              {w('contributions.remind', { name: item.askedOf.split(' ')[0] ?? '' })}
            </Button>
            <Button kind="quiet" disabled={decide.isPending} onClick={() => act('TAKE_BACK')}>
              {w('contributions.takeBack')}
            </Button>
          </>
        )}
      </Actions>
    </>
  );
}
