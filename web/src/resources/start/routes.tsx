import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/checklist',
    under: 'cases',
    needs: ['read', 'checklist'],
    element: lazy(() => import('./ChecklistPage')),
  },
  {
    path: '/cases/:caseId/without-agreement',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./WithoutAgreementPage')),
  },
];
