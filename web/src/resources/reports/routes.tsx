import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/attendance',
    nav: 'attendance',
    needs: ['read', 'attendance-report'],
    element: lazy(() => import('./AttendancePage')),
  },
  {
    path: '/absences',
    under: 'attendance',
    needs: ['read', 'attendance-report'],
    element: lazy(() => import('./AbsencesPage')),
  },
  {
    path: '/dashboard',
    nav: 'dashboard',
    needs: ['read', 'dashboard'],
    element: lazy(() => import('./DashboardPage')),
  },
];
