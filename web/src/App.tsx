import { createBrowserRouter, RouterProvider } from 'react-router';
import type { FeatureRoute } from '@web/layout/feature-route';
import { Root } from '@web/layout/Root';
import { SignedIn } from '@web/layout/SignedIn';
import { routes as caf } from '@web/journeys/caf/routes';
import { routes as consent } from '@web/journeys/consent/routes';
import { routes as stepIn } from '@web/journeys/step-in/routes';
import { CrashPage } from '@web/pages/CrashPage';
import { NeutralPage } from '@web/pages/NeutralPage';
import { routes as parts } from '@web/pages/parts/routes';
import { AnswerPage } from '@web/pages/answer/AnswerPage';
import { ReportPage } from '@web/pages/report/ReportPage';
import { SignInPage } from '@web/pages/SignInPage';
import { routes as services } from '@web/resources/services/routes';
import { routes as enquiries } from '@web/resources/enquiries/routes';
import { routes as cases } from '@web/resources/cases/routes';
import { routes as children } from '@web/resources/children/routes';
import { routes as familyRecord } from '@web/resources/family-record/routes';
import { routes as kin } from '@web/resources/kin/routes';
import { routes as recordKeeping } from '@web/resources/record-keeping/routes';
import { routes as claims } from '@web/resources/claims/routes';
import { routes as lead } from '@web/resources/lead/routes';
import { routes as reports } from '@web/resources/reports/routes';
import { routes as restrictions } from '@web/resources/restrictions/routes';
import { routes as safeguarding } from '@web/resources/safeguarding/routes';
import { routes as sharingOut } from '@web/resources/sharing-out/routes';
import { routes as start } from '@web/resources/start/routes';
import { routes as emergency } from '@web/resources/emergency/routes';
import { routes as find } from '@web/resources/find/routes';
import { routes as involvements } from '@web/resources/involvements/routes';
import { routes as meetings } from '@web/resources/meetings/routes';
import { routes as notices } from '@web/resources/notices/routes';
import { routes as myWeek } from '@web/resources/my-week/routes';
import { routes as timescales } from '@web/resources/timescales/routes';
import { routes as moves } from '@web/resources/moves/routes';
import { routes as panels } from '@web/resources/panels/routes';
import { routes as plans } from '@web/resources/plans/routes';
import { routes as alerts } from '@web/resources/alerts/routes';
import { routes as agreements } from '@web/resources/agreements/routes';
import { routes as accountRequests } from '@web/resources/account-requests/routes';
import { routes as policeNotices } from '@web/resources/police-notices/routes';
import { routes as requests } from '@web/resources/record-requests/routes';
import { routes as engagement } from '@web/resources/engagement/routes';
import { routes as contact } from '@web/resources/contact/routes';
import { routes as forms } from '@web/resources/forms/routes';
import { routes as levels } from '@web/resources/levels/routes';
import { routes as wording } from '@web/resources/wording/routes';

/** The table of contents: one line a feature (docs/how-to/add-a-screen.md). */
const features: FeatureRoute[] = [
  ...myWeek,
  ...notices,
  ...meetings,
  ...plans,
  ...panels,
  ...moves,
  ...caf,
  ...consent,
  ...stepIn,
  ...claims,
  ...lead,
  ...recordKeeping,
  ...safeguarding,
  ...start,
  ...children,
  ...emergency,
  ...sharingOut,
  ...familyRecord,
  ...kin,
  ...cases,
  ...find,
  ...involvements,
  ...reports,
  ...restrictions,
  ...alerts,
  ...wording,
  ...levels,
  ...timescales,
  ...forms,
  ...agreements,
  ...contact,
  ...engagement,
  ...enquiries,
  ...services,
  ...requests,
  ...accountRequests,
  ...policeNotices,
  ...parts,
];

/** Made by main.tsx after the history guard of quick hide, which must hear "back" before the router does. */
export function makeApp() {
  const router = createBrowserRouter([
    {
      element: <Root />,
      children: [
        { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
        { path: '/dates', element: <NeutralPage />, errorElement: <CrashPage /> },
        { path: '/answer', element: <AnswerPage />, errorElement: <CrashPage /> },
        { path: '/report', element: <ReportPage />, errorElement: <CrashPage /> },
        { path: '*', element: <SignedIn features={features} />, errorElement: <CrashPage /> },
      ],
    },
  ]);
  return <RouterProvider router={router} />;
}
