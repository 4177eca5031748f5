import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/children/:childId/relatives',
    under: 'cases',
    needs: ['update', 'child'],
    element: lazy(() => import('./KinPage')),
  },
  {
    path: '/cases/:caseId/children/:childId/relatives/new',
    under: 'cases',
    needs: ['update', 'child'],
    element: lazy(() => import('./AddKinPage')),
  },
  {
    path: '/cases/:caseId/children/:childId/relatives/:tieId',
    under: 'cases',
    needs: ['update', 'child'],
    element: lazy(() => import('./ChangeKinPage')),
  },
];
