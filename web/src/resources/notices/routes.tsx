import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/notices', element: lazy(() => import('./NoticesPage')) },
  { path: '/mail', element: lazy(() => import('./DemoMailPage')), demoOnly: true },
  {
    path: '/deliveries',
    nav: 'deliveries',
    needs: ['read', 'delivery'],
    element: lazy(() => import('./DeliveriesPage')),
  },
];
