import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/contact',
    nav: 'contact',
    needs: ['approve', 'shield'],
    element: lazy(() => import('./ContactPage')),
  },
];
