import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/account-requests',
    under: 'requests',
    needs: ['read', 'record-request'],
    element: lazy(() => import('./AccountRequestsPage')),
  },
];
