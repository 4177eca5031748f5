import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/agreements',
    nav: 'agreements',
    needs: ['read', 'agreements'],
    element: lazy(() => import('./AgreementsPage')),
  },
];
