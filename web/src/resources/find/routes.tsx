import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/find', nav: 'find', needs: ['read', 'index'], element: lazy(() => import('./FindPage')) },
];
