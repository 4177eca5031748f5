import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/forms',
    nav: 'forms',
    needs: ['update', 'wording'],
    element: lazy(() => import('./FormsPage')),
  },
];
