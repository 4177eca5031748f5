import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/team',
    under: 'cases',
    needs: ['read', 'case'],
    element: lazy(() => import('./TeamPage')),
  },
  {
    path: '/vacancies',
    under: 'dashboard',
    needs: ['approve', 'lead'],
    element: lazy(() => import('./VacanciesPage')),
  },
  {
    path: '/hand-over',
    under: 'week',
    needs: ['approve', 'lead'],
    element: lazy(() => import('./HandOverPage')),
  },
  {
    path: '/offers/:offerId',
    under: 'week',
    needs: ['update', 'lead'],
    element: lazy(() => import('./OffersPage')),
  },
  { path: '/offers', under: 'week', needs: ['update', 'lead'], element: lazy(() => import('./OffersPage')) },
];
