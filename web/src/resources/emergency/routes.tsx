import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/emergency',
    under: 'cases',
    needs: ['create', 'override'],
    element: lazy(() => import('./AskPage')),
  },
  {
    path: '/cases/:caseId/emergency/:glassId',
    under: 'cases',
    needs: ['create', 'override'],
    element: lazy(() => import('./ViewPage')),
  },
  {
    path: '/emergency-notices/:glassId',
    under: 'week',
    needs: ['read', 'override'],
    element: lazy(() => import('./NoticePage')),
  },
  {
    path: '/access-reviews',
    nav: 'reviews',
    needs: ['read', 'access-review'],
    element: lazy(() => import('./ReviewsPage')),
  },
  {
    path: '/access-reviews/:reviewId',
    under: 'reviews',
    needs: ['read', 'access-review'],
    element: lazy(() => import('./ReviewPage')),
  },
];
