import { Printer } from 'lucide-react';
import type { SharingReader, SharingView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonRows } from '@web/ui/Skeleton';
import { firstName } from './case-words';
import { LooksCard } from './LooksCard';
import { SharingTable } from './SharingTable';

/** For whom a copy can be printed; each gets what they themselves may know. */
export function CopyCard({ episodeId, people }: { episodeId: string; people: readonly SharingReader[] }) {
  const w = useWords();
  if (people.length === 0) return null;
  return (
    <div className="no-print">
      <Card title={w('cases.copy.title')} note={w('cases.copy.note')}>
        <Actions>
          {people.map(({ personId, name }) => (
            <Button
              key={personId}
              kind="neutral"
              icon={Printer}
              to={`/cases/${episodeId}/sharing?for=${personId}`}
            >
              {w('cases.copy.for', { name: firstName(name) })}
            </Button>
          ))}
        </Actions>
      </Card>
    </div>
  );
}

/** The copy as it is printed: decided for the person it is for, not for who prints it. */
export function FamilyCopy({
  episodeId,
  personId,
  chosen,
  tab,
}: {
  episodeId: string;
  personId: string;
  chosen: string;
  tab: string;
}) {
  const w = useWords();
  const query = useGet<SharingView>(`/episodes/${episodeId}/access`, { for: personId });
  return (
    <>
      <PageTitle
        title={w('cases.copy.heading', { name: chosen })}
        note={w('cases.copy.headingNote')}
        tab={tab}
        section
        actions={
          <span className="no-print" style={{ display: 'contents' }}>
            <Button kind="quiet" to={`/cases/${episodeId}/sharing`}>
              {w('cases.copy.back')}
            </Button>
            <Button kind="filled" icon={Printer} onClick={() => window.print()}>
              {w('cases.copy.print')}
            </Button>
          </span>
        }
      />
      <Loaded query={query} skeleton={<SkeletonRows rows={6} />}>
        {(sharing) => (
          <Stack>
            <SharingTable sharing={sharing} chosen={chosen} />
            <LooksCard episodeId={episodeId} copyFor={personId} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
