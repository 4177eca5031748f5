import { Navigate } from 'react-router';
import { Loaded } from '@web/layout/Loaded';
import { SkeletonPage } from '@web/ui/Skeleton';
import { firstToDo } from './tasks.model';
import { formOf, useAssessment } from './useAssessment';

/** Straight to where the work goes on: the first part to do, or the reading page. */
export default function EntryPage() {
  const { query, assessmentId, childTail } = useAssessment();
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => {
        const key = view.status === 'DRAFT' ? firstToDo(formOf(view), view) : null;
        return <Navigate replace to={`/assessments/${assessmentId}/${key ?? 'read'}${childTail}`} />;
      }}
    </Loaded>
  );
}
