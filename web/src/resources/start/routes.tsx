import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/checklist',
    under: 'cases',
    needs: ['read', 'checklist'],
    element: lazy(() => import('./ChecklistPage')),
  },
];
