import { lazy, Suspense, type ReactNode } from 'react';
import type { CaseTab, CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonRows } from '@web/ui/Skeleton';
import { ChronologyTab } from '@web/resources/recording/ChronologyReference';
import { NotesTab } from '@web/resources/recording/NotesReference';
import { teamOf } from './case.model';
import { FamilyTab } from './FamilyTab';
import { useReader } from './reader';
import { SharingTab } from './SharingTab';
import { SummaryTab } from './SummaryTab';
import { whoseCase } from './whose';

const AssessmentVersions = lazy(async () => {
  const page = await import('@web/journeys/caf/AssessmentsPage');
  return { default: page.AssessmentVersions };
});

const PlanTab = lazy(async () => {
  const page = await import('@web/resources/plans/PlanReference');
  return { default: page.PlanTab };
});
const MeetingsTab = lazy(async () => {
  const page = await import('@web/resources/meetings/MeetingsReference');
  return { default: page.MeetingsTab };
});

/** One part of the record. A part the answer does not name is not there, whatever the address says. */
export function CaseTabs({ view, address }: { view: CaseView; address: string }) {
  const w = useWords();
  const reader = useReader();
  const tab = view.tabs.find((one) => one === address);
  if (!tab) return <NotFoundPage />;
  const { chosen } = whoseCase(view);
  const part = w(reader === 'family' ? `cases.tab.ofFamily.${tab}` : `cases.tab.${tab}`);
  const title = w('cases.tab.title', { part, name: chosen });
  const shared = { view, title };
  const parts: Record<CaseTab, () => ReactNode> = {
    summary: () => <SummaryTab view={view} />,
    family: () => <FamilyTab {...shared} />,
    assessment: () => (
      <Titled title={part} tab={title}>
        <AssessmentVersions caseId={view.id} />
      </Titled>
    ),
    plan: () => <PlanTab caseId={view.id} />,
    meetings: () => <MeetingsTab caseId={view.id} />,
    chronology: () => <ChronologyTab episodeId={view.id} family={reader === 'family'} tab={title} />,
    notes: () => (
      <NotesTab
        episodeId={view.id}
        people={{
          children: view.children.map(({ id, name }) => ({ id, name })),
          adults: view.relatives.map(({ id, name }) => ({ id, name })),
          workers: teamOf(view.team).map(({ userId, name }) => ({ id: userId, name })),
        }}
        mayWrite={view.actions.includes('note.write')}
        tab={title}
      />
    ),
    sharing: () => <SharingTab {...shared} />,
  };
  return <Suspense fallback={<SkeletonRows rows={5} />}>{parts[tab]()}</Suspense>;
}

function Titled({ title, tab, children }: { title: string; tab: string; children: ReactNode }) {
  return (
    <>
      <PageTitle title={title} tab={tab} section />
      {children}
    </>
  );
}
