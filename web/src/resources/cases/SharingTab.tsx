import { PencilLine, ShieldAlert } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { CaseView, SharingView } from '@encircle/shared/cases';
import { formatDate, relativeDays } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useCan, useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { AskForShieldCard } from '@web/resources/restrictions/AskForShieldReference';
import { CloseToMe, KeptOut } from '@web/resources/restrictions/KeptOutReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Columns, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonRows } from '@web/ui/Skeleton';
import { firstName, listOf } from './case-words';
import { CopyCard, FamilyCopy } from './CopyCard';
import { LooksCard } from './LooksCard';
import { SharingTable, whyWords } from './SharingTable';
import { whoseCase } from './whose';
import { WhyPanel } from './WhyPanel';

/** Who can see this and why, and who has looked: only what the reader may know of either. */
export function SharingTab(props: { view: CaseView; title: string }) {
  const [search] = useSearchParams();
  const copyFor = search.get('for');
  if (copyFor === null) return <OwnList {...props} />;
  const { chosen } = whoseCase(props.view);
  return <FamilyCopy episodeId={props.view.id} personId={copyFor} chosen={chosen} tab={props.title} />;
}

function OwnList({ view, title }: { view: CaseView; title: string }) {
  const w = useWords();
  const can = useCan();
  const query = useGet<SharingView>(`/episodes/${view.id}/access`);
  const { chosen } = whoseCase(view);
  return (
    <>
      <PageTitle
        title={w('cases.sharing.title')}
        note={query.data ? noteWords(w, query.data, chosen) : ''}
        tab={title}
        section
        actions={
          <span className="no-print" style={{ display: 'contents' }}>
            {view.actions.includes('consent.record') && (
              <Button kind="filled" icon={PencilLine} to={`/cases/${view.id}/agreement`}>
                {w('cases.sharing.change')}
              </Button>
            )}
          </span>
        }
      />
      <Loaded query={query} skeleton={<SkeletonRows rows={6} />}>
        {(sharing) => (
          <Stack>
            <WhyPanel episodeId={view.id} chosen={chosen} />
            <SharingTable sharing={sharing} chosen={chosen} />
            <CopyCard episodeId={view.id} people={sharing.copies} />
            {view.actions.includes('block.set') ? (
              <KeptOut
                episodeId={view.id}
                people={view.children.map(({ id, name }) => ({ id, name: name ?? '' }))}
              />
            ) : (
              view.part !== null && <CloseToMe episodeId={view.id} />
            )}
            <Columns>
              <LooksCard episodeId={view.id} />
              <Stack>
                <WhyMe sharing={sharing} caseId={view.id} />
                <ComingUp sharing={sharing} />
              </Stack>
            </Columns>
          </Stack>
        )}
      </Loaded>
      {view.part !== null && can('create', 'restriction') && (
        <div style={{ marginTop: 28 }}>
          <AskForShieldCard
            episodeId={view.id}
            people={view.children.map(({ id, name }) => ({ id, name: name ?? '' }))}
          />
        </div>
      )}
    </>
  );
}

function noteWords(w: Words, { givers, agreedOn }: SharingView, name: string): string {
  if (agreedOn === null || givers.length === 0) return w('cases.sharing.note', { name });
  const who = listOf(givers.map(firstName));
  return w('cases.sharing.noteAgreed', { who, date: formatDate(agreedOn), name });
}

function WhyMe({ sharing, caseId }: { sharing: SharingView; caseId: string }) {
  const w = useWords();
  const can = useCan();
  const me = sharing.lines.find(({ you }) => you);
  return (
    <Card title={w('cases.sharing.whyMe')}>
      <p>
        {me
          ? w('cases.sharing.whyMeBody', { why: whyWords(w, me, sharing) })
          : w('cases.sharing.whyMeUnlisted')}
      </p>
      {can('create', 'override') && (
        <div className="no-print" style={{ marginTop: 12 }}>
          <Button kind="neutral" size="small" icon={ShieldAlert} to={`/cases/${caseId}/emergency`}>
            {w('emergency.entry')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function ComingUp({ sharing: { until } }: { sharing: SharingView }) {
  const w = useWords();
  const today = useToday();
  if (until === null) return null;
  return (
    <Card title={w('cases.sharing.coming')}>
      <p>{w('cases.sharing.ends', { date: formatDate(until), days: relativeDays(until, today) })}</p>
    </Card>
  );
}
