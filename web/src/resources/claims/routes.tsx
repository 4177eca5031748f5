import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/evidence',
    under: 'cases',
    needs: ['read', 'plan'],
    element: lazy(() => import('./EvidencePage')),
  },
  {
    path: '/claims',
    under: 'dashboard',
    needs: ['read', 'claims'],
    element: lazy(() => import('./ClaimsPage')),
  },
];
