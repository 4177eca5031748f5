import type { ComponentType, LazyExoticComponent } from 'react';
import type { PlaceKey } from './places';

/** One page of a feature, as its `routes.tsx` offers it. */
export interface FeatureRoute {
  /** Address, e.g. `/cases/:caseId/*`. Never holds a name. */
  path: string;
  /** Loaded when it is first gone to: `lazy(() => import('./CasePage'))`. */
  element: LazyExoticComponent<ComponentType> | ComponentType;
  /** This page is a place of the navigation. */
  nav?: PlaceKey;
  /** The place that is marked as current while this page is open. */
  under?: PlaceKey;
  /** Without bar and navigation, e.g. meeting mode; the page has its own quick hide button then. */
  bare?: boolean;
  /** Exists in the practice area only. */
  demoOnly?: boolean;
  /** Verb and kind of thing; who may not touch it at all gets "No record found". */
  needs?: readonly [verb: string, thing: string];
}
