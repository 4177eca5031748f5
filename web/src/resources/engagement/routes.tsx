import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/engagement',
    under: 'cases',
    needs: ['read', 'engagement'],
    element: lazy(() => import('./EngagementPage')),
  },
  {
    path: '/cases/:caseId/engagement/end',
    under: 'cases',
    needs: ['read', 'closure'],
    element: lazy(() => import('./EndPage')),
  },
  {
    path: '/consultations',
    nav: 'consultations',
    needs: ['read', 'engagement'],
    element: lazy(() => import('./ConsultationsPage')),
  },
  {
    path: '/consultations/:consultationId',
    under: 'consultations',
    needs: ['read', 'engagement'],
    element: lazy(() => import('./ConsultationPage')),
  },
];
