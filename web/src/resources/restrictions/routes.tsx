import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/restrictions',
    nav: 'restrictions',
    needs: ['approve', 'restriction'],
    element: lazy(() => import('./RestrictionsPage')),
  },
  {
    path: '/restrictions/ask',
    under: 'restrictions',
    needs: ['approve', 'restriction'],
    element: lazy(() => import('./SimulationPage')),
  },
  { path: '/my-relatives', needs: ['update', 'relative'], element: lazy(() => import('./RelativesPage')) },
];
