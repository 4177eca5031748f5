import { useState } from 'react';
import { useParams } from 'react-router';
import {
  ACCESS_REVIEW_OUTCOMES,
  INFORMATION_CATEGORIES,
  labelOf,
  NOT_TOLD_REASONS,
  OVERRIDE_GROUNDS,
} from '@encircle/shared/codes';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import type { CompleteSharing, SharingDetails, SharingRecordView } from '@encircle/shared/sharing-out';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { DetailFields } from './DetailFields';

const moment = (at: string): string => `${formatLong(londonDate(at))}, ${londonTime(at)}`;

/** One record of sharing without agreement: what is still to be written, and for a manager to have looked at. */
export default function RecordPage() {
  const { sharingId = '' } = useParams();
  const w = useWords();
  const query = useGet<SharingRecordView>(`/disclosures/${sharingId}`);
  return (
    <Loaded query={query}>
      {(record) => (
        <>
          <PageTitle
            title={w(
              record.decision === 'SHARED' ? 'sharingOut.record.title' : 'sharingOut.record.notShared',
              {
                reference: record.reference,
              },
            )}
            note={w('sharingOut.record.by', {
              name: record.author,
              agency: record.agency,
              date: moment(record.sharedAt),
            })}
          />
          <Stack>
            {record.mine && record.decision === 'SHARED' && <ToFinish record={record} />}
            <About record={record} />
            {record.mine && record.decision === 'SHARED' && <Finish key={record.version} record={record} />}
            <Foot record={record} />
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function ToFinish({ record }: { record: SharingRecordView }) {
  const w = useWords();
  if (record.toFinish.length === 0) return <Notice kind="good">{w('sharingOut.record.done')}</Notice>;
  return (
    <Notice kind="amber">
      <p>{w('sharingOut.record.finish', { time: moment(record.completeBy) })}</p>
      <ul>
        {record.toFinish.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

function About({ record }: { record: SharingRecordView }) {
  const w = useWords();
  const told =
    record.familyTold === 'YES'
      ? w('sharingOut.yes')
      : record.familyTold === 'NO'
        ? [w('sharingOut.no'), record.notToldReason ? labelOf(NOT_TOLD_REASONS, record.notToldReason) : '']
            .filter(Boolean)
            .join('. ')
        : '';
  const shared = record.decision === 'SHARED';
  const facts: [string, string | null | undefined][] = [
    [w('sharingOut.record.to'), record.recipient],
    [w('sharingOut.record.ground'), record.ground ? labelOf(OVERRIDE_GROUNDS, record.ground) : null],
    [
      w('sharingOut.record.kinds'),
      record.categories.map((kind) => labelOf(INFORMATION_CATEGORIES, kind)).join(', '),
    ],
    [w('sharingOut.record.until'), shared && record.until ? formatLong(londonDate(record.until)) : null],
    [w('sharingOut.record.told'), told],
    [w('sharingOut.record.why'), record.whyNeeded],
    [w('sharingOut.record.text'), record.exactText],
    [
      w('sharingOut.record.review'),
      !shared
        ? null
        : record.outcome
          ? labelOf(ACCESS_REVIEW_OUTCOMES, record.outcome)
          : w('sharingOut.record.noReview'),
    ],
  ];
  return (
    <Card>
      <Facts facts={facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Card>
  );
}

function Finish({ record }: { record: SharingRecordView }) {
  const w = useWords();
  const say = useProblemWords();
  const [value, setValue] = useState<SharingDetails>(() => detailsOf(record));
  const send = useSend<CompleteSharing>(`/disclosures/${record.id}`, {
    method: 'PATCH',
    refresh: ['/disclosures', '/my/week'],
  });
  const lines = send.error ? errorsOf(send.error) : [];
  return (
    <Card>
      <Stack style={{ gap: 16 }}>
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        <FieldStack>
          <DetailFields
            value={value}
            onChange={(over) => setValue((now) => ({ ...now, ...over }))}
            errors={Object.fromEntries(lines.map(({ field, message }) => [field, message]))}
          />
        </FieldStack>
        <Actions>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ ...filled(value), version: record.version })}
          >
            {w('sharingOut.record.save')}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}

const NAMES = [
  'whyNeeded',
  'agreement',
  'agreementReason',
  'familyTold',
  'notToldReason',
  'adviceFrom',
  'advice',
  'lawfulBasis',
  'method',
] as const;

const detailsOf = (record: SharingRecordView): SharingDetails =>
  filled(Object.fromEntries(NAMES.map((name) => [name, record[name]])));

/** Nothing empty is sent: what was not answered stays unanswered. */
const filled = (value: object): SharingDetails =>
  Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null && each !== undefined && each !== ''),
  );

function Foot({ record }: { record: SharingRecordView }) {
  const w = useWords();
  const say = useProblemWords();
  const seen = useSend<undefined>(`/disclosures/${record.id}/seen`, {
    refresh: ['/disclosures', '/my/week'],
  });
  return (
    <>
      {seen.error && <Notice kind="red">{say(seen.error)}</Notice>}
      <Actions>
        {record.mayAcknowledge && (
          <Button kind="filled" disabled={seen.isPending} onClick={() => seen.mutate(undefined)}>
            {w('sharingOut.record.seen')}
          </Button>
        )}
        {record.mine && (
          <Button kind="quiet" to={`/cases/${record.episodeId}`}>
            {w('sharingOut.record.case')}
          </Button>
        )}
      </Actions>
    </>
  );
}
