import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/panel-days',
    nav: 'panel',
    needs: ['read', 'panel'],
    element: lazy(() => import('./PanelDaysPage')),
  },
  {
    path: '/panel-days/new',
    under: 'panel',
    needs: ['approve', 'panel'],
    element: lazy(() => import('./NewDayPage')),
  },
  {
    path: '/panel-days/:dayId',
    under: 'panel',
    needs: ['read', 'panel'],
    element: lazy(() => import('./PanelDayPage')),
  },
  {
    path: '/panel-days/:dayId/change',
    under: 'panel',
    needs: ['approve', 'panel'],
    element: lazy(() => import('./ChangeDayPage')),
  },
  {
    path: '/panel-items/:itemId',
    under: 'panel',
    needs: ['read', 'panel'],
    element: lazy(() => import('./PackPage')),
  },
  {
    path: '/cases/:caseId/panel',
    under: 'cases',
    needs: ['read', 'caseload'],
    element: lazy(() => import('./CasePanelPage')),
  },
];
