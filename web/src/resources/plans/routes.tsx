import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/plan/agree',
    under: 'cases',
    needs: ['update', 'plan'],
    element: lazy(() => import('./AgreePage')),
  },
  {
    path: '/cases/:caseId/review',
    under: 'cases',
    needs: ['create', 'plan'],
    element: lazy(() => import('./ReviewPage')),
  },
  {
    path: '/cases/:caseId/close',
    under: 'cases',
    needs: ['read', 'closure'],
    element: lazy(() => import('./ClosePage')),
  },
];
