import type { CaseView } from '@encircle/shared/cases';
import { EPISODE_STATES, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Stack } from '@web/ui/layout';
import { CaseNotices } from './CaseNotices';
import { leadFact } from './CaseFactsRow';

/** All the index says of a case: that it is there, its stage, and whom to ring. */
export function IndexRowCard({ view }: { view: CaseView }) {
  const w = useWords();
  return (
    <Stack style={{ paddingTop: 28 }}>
      <CaseNotices view={view} />
      <Card title={w('cases.index.title')}>
        <Facts
          facts={[
            { label: w('cases.list.stage'), value: labelOf(EPISODE_STATES, view.state) },
            { label: w('cases.list.reference'), value: view.ref },
            leadFact(w, view.leadProfessional, 'index'),
          ]}
        />
      </Card>
    </Stack>
  );
}
