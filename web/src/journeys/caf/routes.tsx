import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/oversight',
    nav: 'oversight',
    needs: ['return', 'assessment'],
    element: lazy(() => import('./OversightPage')),
  },
  {
    path: '/cases/:caseId/assessments',
    under: 'cases',
    needs: ['read', 'assessment'],
    element: lazy(() => import('./AssessmentsPage')),
  },
  {
    path: '/assessments/:assessmentId/contributions',
    under: 'cases',
    needs: ['read', 'assessment'],
    element: lazy(() => import('./ContributionsPage')),
  },
  {
    path: '/contributions/:contributionId',
    under: 'week',
    needs: ['update', 'assessment'],
    element: lazy(() => import('./ContributePage')),
  },
  {
    path: '/contributions',
    under: 'week',
    needs: ['update', 'assessment'],
    element: lazy(() => import('./MyPartsPage')),
  },
  {
    path: '/assessments/:assessmentId/copies',
    under: 'cases',
    needs: ['read', 'assessment'],
    element: lazy(() => import('./CopiesPage')),
  },
  {
    path: '/assessments/:assessmentId/read',
    under: 'cases',
    needs: ['read', 'assessment'],
    element: lazy(() => import('./ReadPage')),
  },
  {
    path: '/assessments/:assessmentId/:sectionKey',
    under: 'cases',
    needs: ['update', 'assessment'],
    element: lazy(() => import('./SectionPage')),
  },
  {
    path: '/assessments/:assessmentId',
    under: 'cases',
    needs: ['read', 'assessment'],
    element: lazy(() => import('./EntryPage')),
  },
];
