import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/children/add',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./AddSiblingPage')),
  },
  {
    path: '/cases/:caseId/children/:childId/leave',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./LeavePage')),
  },
  {
    path: '/cases/:caseId/children/:childId/pause',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./PauseEndPage')),
  },
];
