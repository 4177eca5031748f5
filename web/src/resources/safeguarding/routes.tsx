import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/safeguarding/refer',
    needs: ['create', 'safeguarding'],
    element: lazy(() => import('./ReferPage')),
  },
  {
    path: '/safeguarding/:referralId',
    needs: ['read', 'safeguarding'],
    element: lazy(() => import('./ReferralPage')),
  },
  { path: '/safeguarding', needs: ['read', 'safeguarding'], element: lazy(() => import('./ReferralsPage')) },
];
