import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/levels-of-need',
    nav: 'levels',
    needs: ['update', 'wording'],
    element: lazy(() => import('./LevelsPage')),
  },
];
