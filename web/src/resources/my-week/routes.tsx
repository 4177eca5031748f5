import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/week', nav: 'week', needs: ['read', 'caseload'], element: lazy(() => import('./MyWeekPage')) },
];
