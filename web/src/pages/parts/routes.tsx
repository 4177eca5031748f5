import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/parts', element: lazy(() => import('./PartsPage')), demoOnly: true },
];
