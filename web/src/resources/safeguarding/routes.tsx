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
    under: 'referrals',
    needs: ['read', 'safeguarding'],
    element: lazy(() => import('./ReferralPage')),
  },
  {
    path: '/safeguarding',
    nav: 'referrals',
    needs: ['read', 'safeguarding'],
    element: lazy(() => import('./ReferralsPage')),
  },
];
