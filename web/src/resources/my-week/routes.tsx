import { lazy } from 'react';
import { Navigate } from 'react-router';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/week', nav: 'week', needs: ['read', 'caseload'], element: lazy(() => import('./MyWeekPage')) },
  // An address people guess.
  { path: '/my-week', under: 'week', element: () => <Navigate to="/week" replace /> },
];
