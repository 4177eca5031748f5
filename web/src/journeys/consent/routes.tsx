import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/agreement',
    under: 'cases',
    needs: ['read', 'consent'],
    element: lazy(() => import('./OverviewPage')),
  },
  {
    path: '/cases/:caseId/agreement/new',
    under: 'cases',
    needs: ['create', 'consent'],
    element: lazy(() => import('./AgreementPage')),
  },
  {
    path: '/cases/:caseId/agreement/copy/:giverId',
    under: 'cases',
    needs: ['read', 'consent'],
    element: lazy(() => import('./CopyPage')),
  },
];
