import { useState } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { formatDate } from '@encircle/shared/dates';
import type { EngagementView, RefusalView } from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, Well } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { AskForm } from './AskForm';
import { ConsultationLines } from './ConsultationLines';
import { PlansCard } from './PlansCard';

/** One service's own part while the family has not agreed (rule 5.5): what was said, what it does, whom it asked. */
export default function EngagementPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const query = useGet<EngagementView>(`/episodes/${caseId}/engagement`);
  const head = useGet<CaseView>(`/episodes/${caseId}`);
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <PageTitle
            title={w('engagement.title')}
            note={w('engagement.note')}
            kicker={<CaseLink caseId={caseId} name={head.data?.children[0]?.name ?? null} />}
            actions={
              view.state === 'TAP' && (
                <Actions>
                  {view.mayWrite && (
                    <Button to={`/cases/${caseId}/without-agreement`}>{w('engagement.again.link')}</Button>
                  )}
                  {view.mayEnd && <Button to={`/cases/${caseId}/close`}>{w('engagement.end.link')}</Button>}
                </Actions>
              )
            }
          />
          <Stack>
            {view.refusal && <Refusal refusal={view.refusal} />}
            <PlansCard plans={view.plans} writeTo={view.mayWrite ? `/episodes/${caseId}/engagement` : null} />
            <Consultations view={view} />
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Refusal({ refusal }: { refusal: RefusalView }) {
  const w = useWords();
  const date = formatDate(refusal.writtenOn);
  return (
    <Card title={w('engagement.refusal.title')} note={w('engagement.refusal.by', { name: refusal.by ?? '' })}>
      <Stack style={{ gap: 12 }}>
        <strong>
          {refusal.whoSaidNo
            ? w('engagement.refusal.who', { who: refusal.whoSaidNo, date })
            : w('engagement.refusal.nobody', { date })}
        </strong>
        <p>{refusal.reason}</p>
        <div>
          <strong>{w('engagement.refusal.risk')}</strong>
          <p>{refusal.riskView}</p>
        </div>
      </Stack>
    </Card>
  );
}

function Consultations({ view }: { view: EngagementView }) {
  const w = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={w('engagement.consult.title')} note={w('engagement.consult.note')}>
      <Stack>
        {view.consultations.length === 0 && !asking && <p>{w('engagement.consult.none')}</p>}
        {view.consultations.map((item) => (
          <Well key={item.id}>
            <ConsultationLines item={item} />
            <Actions style={{ marginTop: 12 }}>
              <Button size="small" to={`/consultations/${item.id}`}>
                {w('engagement.consult.open')}
              </Button>
            </Actions>
          </Well>
        ))}
        {asking && <AskForm caseId={view.episodeId} onDone={() => setAsking(false)} />}
        {view.mayWrite && !asking && (
          <Actions>
            <Button onClick={() => setAsking(true)}>{w('engagement.consult.ask')}</Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
