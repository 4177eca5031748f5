import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/services',
    nav: 'services',
    needs: ['read', 'directory'],
    element: lazy(() => import('./ServicesPage')),
  },
  {
    path: '/service-requests/:requestId',
    under: 'services',
    needs: ['update', 'case'],
    element: lazy(() => import('./RequestPage')),
  },
  {
    path: '/cases/:caseId/services',
    under: 'cases',
    needs: ['update', 'case'],
    element: lazy(() => import('./CaseServicesPage')),
  },
];
