import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/time-limits',
    nav: 'timescales',
    needs: ['update', 'timescale'],
    element: lazy(() => import('./TimescalesPage')),
  },
];
