import { signOut } from '@web/providers/auth-provider';
import { Problem } from '@web/providers/problem';

/** Leaves for the sign-in page, whether or not the API could be told. Unsaved text goes. */
export async function leave(): Promise<void> {
  try {
    await signOut();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    window.location.assign('/sign-in');
  }
}
