import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

const READ = ['read', 'meeting'] as const;
const WRITE = ['update', 'meeting'] as const;

export const routes: FeatureRoute[] = [
  { path: '/meetings', nav: 'meetings', needs: WRITE, element: lazy(() => import('./MyMeetingsPage')) },
  {
    path: '/meetings/:meetingId/room',
    under: 'meetings',
    bare: true,
    needs: WRITE,
    element: lazy(() => import('./room/RoomPage')),
  },
  {
    path: '/meetings/:meetingId',
    under: 'meetings',
    needs: READ,
    element: lazy(() => import('./MeetingPage')),
  },
  {
    path: '/cases/:caseId/meetings/new',
    under: 'cases',
    needs: ['create', 'meeting'],
    element: lazy(() => import('./PlanMeetingPage')),
  },
];
