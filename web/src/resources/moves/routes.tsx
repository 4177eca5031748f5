import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/next',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./MovesPage')),
  },
  {
    path: '/cases/:caseId/begin-again',
    under: 'cases',
    needs: ['create', 'case'],
    element: lazy(() => import('./ReopenPage')),
  },
];
