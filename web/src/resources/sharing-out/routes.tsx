import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/share',
    under: 'cases',
    needs: ['create', 'override'],
    element: lazy(() => import('./SharePage')),
  },
  {
    path: '/sharing/:sharingId',
    under: 'cases',
    needs: ['read', 'override'],
    element: lazy(() => import('./RecordPage')),
  },
];
