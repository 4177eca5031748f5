/** The shapes the shell works with; the API's own, so both sides change together. */
export type {
  DemoSignIn,
  DemoSignIns,
  MembershipView as Membership,
  MeView as Me,
} from '@encircle/shared/identity';
export type { Page } from '@encircle/shared/paging';
