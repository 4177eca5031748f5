import { useMemo } from 'react';
import { Navigate, useParams } from 'react-router';
import type { AssessmentView } from '@encircle/shared/assessments';
import { hasSection, section as sectionOf } from '@encircle/shared/forms';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { SkeletonPage } from '@web/ui/Skeleton';
import { SectionEditor } from './SectionEditor';
import { useWithForms } from './known-forms';
import { useHalfWritten } from './useHalfWritten';
import { formOf, useAssessment } from './useAssessment';

const one = (view: AssessmentView) => [view];

/** One section a page. */
export default function SectionPage() {
  const { query, childTail } = useAssessment();
  const { sectionKey = '' } = useParams();
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => {
        const section = view.sections.find((each) => each.key === sectionKey);
        if (!section || !hasSection(formOf(view), sectionKey)) return <NotFoundPage />;
        if (!section.mayWrite) return <Navigate replace to={`/assessments/${view.id}/read${childTail}`} />;
        const key = `${view.id} ${view.subjectId} ${sectionKey}`;
        return <WithDraft key={key} view={view} sectionKey={sectionKey} childTail={childTail} />;
      }}
    </Loaded>
  );
}

interface WithDraftProps {
  view: AssessmentView;
  sectionKey: string;
  childTail: string;
}

/** The half-written text of last time comes first. */
function WithDraft({ view, sectionKey, childTail }: WithDraftProps) {
  const { user } = useMe();
  // In a family record each child's part of a section has a draft of its own.
  const section = view.children.length > 1 ? `${sectionKey}.${view.subjectId}` : sectionKey;
  const place = useMemo(
    () => ({ userId: user.id, form: 'caf', recordId: view.id, section }),
    [user.id, view.id, section],
  );
  const draft = useHalfWritten(place);
  const before = useWithForms(
    useGet<AssessmentView>(
      view.previousId === null ? null : `/assessments/${view.previousId}`,
      view.previousId === null ? {} : { subjectId: view.subjectId },
    ),
    one,
  );
  if (draft === undefined) return <SkeletonPage />;
  return (
    <SectionEditor
      view={view}
      section={sectionOf(formOf(view), sectionKey)}
      place={place}
      draft={draft}
      previous={before.data ?? null}
      childTail={childTail}
    />
  );
}
