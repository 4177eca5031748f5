import { useState } from 'react';
import { formatLong, formatMonth } from '@encircle/shared/dates';
import type { AbsenceAlert, AbsenceAlertPage, ShareOfQuarter } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { KeysetPager } from '@web/ui/KeysetPager';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Facts } from '@web/ui/Facts';
import { PromiseForm } from './PromiseForm';
import { useKeyset } from '@web/pages/useKeyset';

const SIZE = 10;

/** Services that stayed away several times in a row: what was promised, and how the next quarter went. */
export default function AbsencesPage() {
  const w = useWords();
  const { query, pager } = useKeyset<AbsenceAlertPage>('/reports/absences', {}, SIZE);
  const several = pager?.onPrevious ?? pager?.onNext;
  return (
    <>
      <PageTitle title={w('reports.absences.title')} note={w('reports.absences.note')} />
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {items.length === 0 && (
              <EmptyState title={w('reports.absences.noneTitle')}>{w('reports.absences.none')}</EmptyState>
            )}
            {items.map((each) => (
              <Alert key={each.id} alert={each} />
            ))}
            {pager && several && <KeysetPager {...pager} />}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Alert({ alert }: { alert: AbsenceAlert }) {
  const w = useWords();
  const { membership } = useMe();
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const share = ({ contributed, invited }: ShareOfQuarter): string =>
    invited === 0 ? w('reports.absences.nobody') : w('reports.absences.share', { contributed, invited });
  return (
    <Card
      title={w('reports.absences.who', { role: alert.role, agency: alert.agency })}
      note={w('reports.absences.missed', {
        smart_count: alert.absences,
        month: formatMonth(alert.month),
      })}
    >
      <Facts
        facts={[
          { label: w('reports.absences.then'), value: share(alert.then) },
          { label: w('reports.absences.next'), value: share(alert.next) },
          {
            label: w('reports.absences.promise'),
            value: alert.commitment ?? w('reports.absences.noPromise'),
            notes:
              alert.dueOn === null
                ? []
                : [
                    w('reports.absences.promisedBy', {
                      name: alert.promisedBy ?? '',
                      date: formatLong(alert.dueOn),
                    }),
                  ],
          },
        ]}
      />
      {membership.role === 'CAFC' && !writing && (
        <p style={{ marginTop: 16 }}>
          <Button onClick={() => setWriting(true)}>
            {w(alert.commitment === null ? 'reports.absences.write' : 'reports.absences.rewrite')}
          </Button>
        </p>
      )}
      {writing && (
        <PromiseForm
          alert={alert}
          onEnd={(done) => {
            setWriting(false);
            setSaid(done ? w('reports.absences.saved') : '');
          }}
        />
      )}
      <p aria-live="polite">{said}</p>
    </Card>
  );
}
