import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/record-requests',
    nav: 'requests',
    needs: ['read', 'record-request'],
    element: lazy(() => import('./RegisterPage')),
  },
  {
    path: '/record-requests/:requestId',
    under: 'requests',
    needs: ['read', 'record-request'],
    element: lazy(() => import('./RequestPage')),
  },
];
