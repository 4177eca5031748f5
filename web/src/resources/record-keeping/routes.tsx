import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/record-keeping',
    nav: 'keeping',
    needs: ['read', 'keeping'],
    element: lazy(() => import('./RecordKeepingPage')),
  },
];
