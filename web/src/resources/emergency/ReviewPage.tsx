import { useState } from 'react';
import { useParams } from 'react-router';
import {
  ACCESS_REVIEW_OUTCOMES,
  BREACH_OUTCOMES,
  INFORMATION_CATEGORIES,
  labelOf,
  OVERRIDE_GROUNDS,
} from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { AccessReviewView, DecideAccessReview } from '@encircle/shared/emergency-access';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Facts } from '@web/ui/Facts';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { ReviewState } from './ReviewState';

const kindsOf = (categories: readonly string[]): string =>
  categories.map((kind) => labelOf(INFORMATION_CATEGORIES, kind)).join(', ');

/** One review: what was said, what was looked at, and the outcome in words. */
export default function ReviewPage() {
  const { reviewId = '' } = useParams();
  const w = useWords();
  const query = useGet<AccessReviewView>(`/access-reviews/${reviewId}`);
  return (
    <Loaded query={query}>
      {(review) => (
        <>
          <PageTitle
            title={`${w(`emergency.reviews.kind.${review.row.kind as 'BREACH'}`)} ${review.row.reference}`}
            actions={<ReviewState row={review.row} />}
          />
          <Stack>
            <About review={review} />
            <Looked review={review} />
            <Outcome key={review.row.version} review={review} />
            <Actions>
              <Button kind="quiet" to="/access-reviews">
                {w('emergency.review.back')}
              </Button>
            </Actions>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function About({ review: { row, ...review } }: { review: AccessReviewView }) {
  const w = useWords();
  const day = formatLong(londonDate(row.happenedAt));
  const from = `${day}, ${londonTime(row.happenedAt)}`;
  return (
    <Card>
      <Facts
        facts={[
          { label: w('emergency.review.who'), value: `${row.user}, ${row.agency}` },
          { label: w('emergency.review.case'), value: review.caseReference },
          ...(row.ground
            ? [{ label: w('emergency.review.why'), value: labelOf(OVERRIDE_GROUNDS, row.ground) }]
            : []),
          ...(review.recipient ? [{ label: w('sharingOut.record.to'), value: review.recipient }] : []),
          { label: w('emergency.review.kinds'), value: kindsOf(review.categories) },
          {
            label: w('emergency.review.when'),
            value: review.endedAt
              ? w('emergency.review.until', { from, to: londonTime(review.endedAt) })
              : from,
          },
          { label: w('emergency.review.uses'), value: String(row.uses) },
        ]}
      />
      {review.reason && (
        <div style={{ marginTop: 16 }}>
          <h2 style={{ fontSize: '1rem' }}>{w('emergency.review.said')}</h2>
          <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{review.reason}</p>
        </div>
      )}
    </Card>
  );
}

function Looked({ review }: { review: AccessReviewView }) {
  const w = useWords();
  if (review.row.kind === 'SHARING') return null;
  return (
    <Card title={w('emergency.review.looked')}>
      {review.looks.length === 0 ? (
        <p>{w('emergency.review.nothingLooked')}</p>
      ) : (
        <ul>
          {review.looks.map((look) => (
            <li key={`${look.at} ${look.action}`}>
              {w('emergency.review.look', {
                time: londonTime(look.at),
                kinds: kindsOf(look.categories) || look.action,
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Outcome({ review }: { review: AccessReviewView }) {
  const w = useWords();
  const { row } = review;
  if (row.decidedAt)
    return (
      <Card
        title={w('emergency.review.decided', {
          name: row.reviewer ?? '',
          date: formatLong(londonDate(row.decidedAt)),
        })}
      >
        <p style={{ whiteSpace: 'pre-line' }}>{review.words}</p>
      </Card>
    );
  if (!review.mayReview) return <Notice>{w('emergency.review.notYours')}</Notice>;
  return row.startedAt === null ? <Begin review={review} /> : <Decide review={review} />;
}

function Begin({ review: { row } }: { review: AccessReviewView }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<{ version: number }>(`/access-reviews/${row.id}/begin`, {
    refresh: ['/access-reviews'],
  });
  return (
    <>
      {send.error && <Notice kind="red">{say(send.error)}</Notice>}
      <Actions>
        <Button kind="filled" disabled={send.isPending} onClick={() => send.mutate({ version: row.version })}>
          {w('emergency.review.begin')}
        </Button>
      </Actions>
    </>
  );
}

function Decide({ review: { row } }: { review: AccessReviewView }) {
  const w = useWords();
  const say = useProblemWords();
  const [outcome, setOutcome] = useState<string>();
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend<Partial<DecideAccessReview>>(`/access-reviews/${row.id}/outcome`, {
    refresh: ['/access-reviews'],
  });
  const lines = send.error ? errorsOf(send.error) : [];
  const errors = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  const list = row.kind === 'BREACH' ? BREACH_OUTCOMES : ACCESS_REVIEW_OUTCOMES;
  return (
    <Card title={w('emergency.review.decide')}>
      <Stack style={{ gap: 16 }}>
        <ErrorSummary errors={lines} attempt={attempt} />
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        <FieldStack>
          <RadioGroup
            name="outcome"
            label={w('emergency.review.outcome')}
            error={errors['outcome']}
            options={list.rows.map(({ code, label }) => ({ value: code, label }))}
            value={outcome}
            onChange={setOutcome}
          />
          <TextArea
            name="words"
            label={w('emergency.review.words')}
            hint={w('emergency.review.wordsHint')}
            rows={4}
            value={words}
            error={errors['words']}
            onChange={(event) => setWords(event.target.value)}
          />
        </FieldStack>
        <Actions>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((n) => n + 1);
              send.mutate({ version: row.version, words, ...(outcome ? { outcome } : {}) });
            }}
          >
            {w('emergency.review.save')}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}
