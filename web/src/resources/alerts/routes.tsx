import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/alerts/rules',
    under: 'alerts',
    needs: ['update', 'alert'],
    element: lazy(() => import('./RulesPage')),
  },
  {
    path: '/alerts/:alertId',
    under: 'alerts',
    needs: ['read', 'alert'],
    element: lazy(() => import('./AlertPage')),
  },
  { path: '/alerts', nav: 'alerts', needs: ['read', 'alert'], element: lazy(() => import('./AlertsPage')) },
];
