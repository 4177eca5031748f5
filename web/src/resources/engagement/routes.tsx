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
