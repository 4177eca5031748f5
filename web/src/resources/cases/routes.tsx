import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  { path: '/cases', nav: 'cases', needs: ['read', 'caseload'], element: lazy(() => import('./CasesPage')) },
  {
    path: '/cases/:caseId/*',
    under: 'cases',
    needs: ['read', 'case'],
    element: lazy(() => import('./CasePage')),
  },
];
