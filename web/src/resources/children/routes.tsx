import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/children/new',
    under: 'find',
    needs: ['create', 'child'],
    element: lazy(() => import('./AddChildPage')),
  },
  {
    path: '/children/:childId/start',
    under: 'find',
    needs: ['create', 'case'],
    element: lazy(() => import('./StartSupportPage')),
  },
  {
    path: '/children/:childId/birth',
    under: 'cases',
    needs: ['update', 'child'],
    element: lazy(() => import('./BirthPage')),
  },
  {
    path: '/children/:childId/registration',
    under: 'cases',
    needs: ['update', 'child'],
    element: lazy(() => import('./RegistrationPage')),
  },
];
