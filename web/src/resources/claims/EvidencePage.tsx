import { styled } from '@mui/material/styles';
import { Plus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useParams } from 'react-router';
import type { NeedView, OutcomeEvidenceView } from '@encircle/shared/claims';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { EvidenceForm } from './EvidenceForm';
import { EvidenceTable } from './EvidenceTable';

const Line = styled('p')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '&.flush': { padding: '0 24px 12px' },
  '@media (max-width: 599px)': { '&.flush': { padding: '0 16px 12px' } },
});

/** Need by need: what showed it, whether it was met as help ended, whether it still is. */
export default function EvidencePage() {
  const { caseId = '' } = useParams();
  const query = useGet<OutcomeEvidenceView>(`/episodes/${caseId}/outcome-evidence`);
  return <Loaded query={query}>{(view) => <Needs view={view} />}</Loaded>;
}

function Needs({ view }: { view: OutcomeEvidenceView }) {
  const w = useWords();
  /** The need evidence is being added to; nought: one that is not there yet. */
  const [adding, setAdding] = useState<number | null>(null);
  const mayAdd = view.mayRecord && view.moments.length > 0;
  const form = (outcome: number) => (
    <EvidenceForm view={view} outcome={outcome} onDone={() => setAdding(null)} />
  );
  return (
    <>
      <PageTitle
        title={w('claims.evidence.title')}
        note={w('claims.evidence.note')}
        kicker={<CaseLink caseId={view.episodeId} name={null} />}
        actions={
          mayAdd && (
            <Button kind="filled" icon={Plus} onClick={() => setAdding(0)}>
              {w('claims.evidence.add')}
            </Button>
          )
        }
      />
      <Stack>
        {view.closedOn !== null && (
          <Notice>
            {w('claims.evidence.closed', { date: formatLong(view.closedOn) })}{' '}
            {view.checkDueOn !== null && w('claims.evidence.checkDue', { date: formatLong(view.checkDueOn) })}
          </Notice>
        )}
        {adding === 0 && form(0)}
        {view.needs.length === 0 && (
          <EmptyState title={w('claims.evidence.none')}>{w('claims.evidence.noneNote')}</EmptyState>
        )}
        {view.needs.map((need) => (
          <Fragment key={need.outcome}>
            <Card
              title={need.label}
              flush={need.evidence.length > 0}
              link={
                mayAdd && (
                  <Button
                    size="small"
                    icon={Plus}
                    aria-label={w('claims.evidence.addOf', { need: need.label })}
                    onClick={() => setAdding(need.outcome)}
                  >
                    {w('claims.evidence.add')}
                  </Button>
                )
              }
            >
              <Standing need={need} />
              {need.evidence.length > 0 && (
                <EvidenceTable episodeId={view.episodeId} need={need} mayStrike={view.mayRecord} />
              )}
            </Card>
            {adding === need.outcome && form(need.outcome)}
          </Fragment>
        ))}
      </Stack>
    </>
  );
}

function Standing({ need }: { need: NeedView }) {
  const w = useWords();
  return (
    <Line className={need.evidence.length > 0 ? 'flush' : undefined}>
      {need.present ? (
        <Tag tone="teal">{w('claims.evidence.present')}</Tag>
      ) : (
        <Tag tone="amber" mark="clock">
          {w('claims.evidence.tagOnly')}
        </Tag>
      )}
      {need.met !== null && (
        <Tag tone={need.met ? 'good' : 'amber'} mark={need.met ? 'tick' : 'clock'}>
          {w(need.met ? 'claims.evidence.met' : 'claims.evidence.notMet')}
        </Tag>
      )}
      {need.sustained !== null && (
        <Tag tone={need.sustained ? 'good' : 'amber'} mark={need.sustained ? 'tick' : 'clock'}>
          {w(need.sustained ? 'claims.evidence.sustained' : 'claims.evidence.notSustained')}
        </Tag>
      )}
    </Line>
  );
}
