import { lazy } from 'react';
import type { FeatureRoute } from '@web/layout/feature-route';

export const routes: FeatureRoute[] = [
  {
    path: '/enquiries',
    nav: 'enquiries',
    needs: ['read', 'enquiry'],
    element: lazy(() => import('./EnquiriesPage')),
  },
  {
    path: '/enquiries/new',
    under: 'enquiries',
    needs: ['create', 'enquiry'],
    element: lazy(() => import('./NewEnquiryPage')),
  },
  {
    path: '/enquiries/:enquiryId',
    under: 'enquiries',
    needs: ['read', 'enquiry'],
    element: lazy(() => import('./EnquiryPage')),
  },
];
