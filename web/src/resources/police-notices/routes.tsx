import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/police-notices',
    under: 'referrals',
    needs: ['read', 'safeguarding'],
    element: lazy(() => import('./PoliceNoticesPage')),
  },
];
