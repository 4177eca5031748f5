import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/children/:childId/step-in',
    under: 'find',
    needs: ['create', 'case'],
    element: lazy(() => import('./StepInPage')),
  },
];
