import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/wording',
    nav: 'wording',
    needs: ['update', 'wording'],
    element: lazy(() => import('./WordingPage')),
  },
];
