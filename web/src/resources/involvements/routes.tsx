import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/involvements',
    under: 'find',
    needs: ['create', 'consent'],
    element: lazy(() => import('./InvolvementsPage')),
  },
];
