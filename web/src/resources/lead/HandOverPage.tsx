import { useState } from 'react';
import { codeRow, EPISODE_STATES, type EpisodeState } from '@encircle/shared/codes';
import { formatDate, londonDate } from '@encircle/shared/dates';
import {
  MOST_AT_ONCE,
  type HandedOver,
  type HandOverCases,
  type LeaverCase,
  type LeaverCases,
} from '@encircle/shared/episodes';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { ColleaguePicker, type Colleague } from './ColleaguePicker';

/** Somebody leaves: a colleague of the same service takes their places, many cases at once, each checked. */
export default function HandOverPage() {
  const w = useWords();
  const [who, setWho] = useState<Colleague | null>(null);
  return (
    <>
      <PageTitle title={w('leavers.title')} note={w('leavers.note')} />
      <Stack>
        <Card title={w('leavers.who')}>
          <FieldStack>
            <ColleaguePicker name="leaver" value={who} onChange={setWho} />
          </FieldStack>
        </Card>
        {who && <Cases key={who.userId} userId={who.userId} />}
      </Stack>
    </>
  );
}

function Cases({ userId }: { userId: string }) {
  const w = useWords();
  const pages = useMorePages<LeaverCases>(`/leavers/${userId}/cases`, { limit: 50 });
  return (
    <MorePages pages={pages} more={w('leavers.more')}>
      {(items: LeaverCase[]) =>
        items.length === 0 ? (
          <EmptyState title={w('leavers.none')}>{w('leavers.noneNote')}</EmptyState>
        ) : (
          <HandOver userId={userId} items={items} />
        )
      }
    </MorePages>
  );
}

function HandOver({ userId, items }: { userId: string; items: readonly LeaverCase[] }) {
  const w = useWords();
  const say = useProblemWords();
  const [chosen, setChosen] = useState<string[]>([]);
  const [to, setTo] = useState<Colleague | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const send = useSend<HandOverCases, HandedOver>(`/leavers/${userId}/handover`, {
    refresh: [`/leavers/${userId}`, '/my'],
  });
  const there = chosen.filter((id) => items.some((each) => each.episodeId === id)).slice(0, MOST_AT_ONCE);
  const all = items.slice(0, MOST_AT_ONCE).map((each) => each.episodeId);
  const go = (checkOnly: boolean) =>
    to &&
    send.mutate(
      { toUserId: to.userId, episodeIds: there, checkOnly },
      { onSuccess: (done) => setAnswers(new Map(done.items.map((each) => [each.episodeId, each.answer]))) },
    );
  const lines = send.error ? errorsOf(send.error) : [];
  const moved = [...answers].filter(([, answer]) => answer === 'MOVED').length;
  return (
    <>
      {moved > 0 && <Notice kind="good">{w('leavers.done', { smart_count: moved })}</Notice>}
      <Card title={w('leavers.cases')} count={items.length}>
        <FieldStack>
          <CheckBox
            name="all"
            label={w('leavers.all')}
            checked={there.length === all.length}
            onChange={(on) => setChosen(on ? all : [])}
          />
          <CheckList
            name="episodeIds"
            label={w('leavers.cases')}
            options={items.map((each) => ({
              value: each.episodeId,
              label: each.ref,
              hint: hintOf(w, each, answers.get(each.episodeId)),
            }))}
            value={there}
            onChange={setChosen}
          />
        </FieldStack>
      </Card>
      <Card title={w('leavers.to')} note={w('leavers.toHint')}>
        <FieldStack>
          {send.error && (
            <Notice kind="red">{lines.map((each) => each.message).join(' ') || say(send.error)}</Notice>
          )}
          <ColleaguePicker name="toUserId" value={to} onChange={setTo} />
          <Actions>
            <Button disabled={to === null || there.length === 0 || send.isPending} onClick={() => go(true)}>
              {w('leavers.check')}
            </Button>
            <Button
              kind="filled"
              disabled={to === null || there.length === 0 || send.isPending}
              onClick={() => go(false)}
            >
              {w('leavers.move', { smart_count: there.length })}
            </Button>
          </Actions>
        </FieldStack>
      </Card>
    </>
  );
}

/** Stage, places, since when; after a check, what would become of it. */
function hintOf(w: ReturnType<typeof useWords>, each: LeaverCase, answer: string | undefined): string {
  return [
    answer ? w(`leavers.answer.${answer}` as WordKey) : '',
    codeRow(EPISODE_STATES, each.state as EpisodeState).label,
    each.places.map((place) => w(`leavers.place.${place}` as WordKey)).join(', '),
    formatDate(londonDate(each.since)),
  ]
    .filter(Boolean)
    .join(' · ');
}
