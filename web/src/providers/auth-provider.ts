import type { AuthProvider } from 'react-admin';
import { may } from './ability';
import { api } from './http';
import { askMe, ME_KEY } from './me';
import { forgetReasons } from './look-reasons';
import { Problem } from './problem';
import { queryClient } from './query-client';
import { send } from './signals';
import { forgetCursors } from './data-provider';

export interface SignIn {
  email: string;
  password: string;
}

/** Signs in and learns who it is. Throws a Problem with code and words when it fails. */
export async function signIn({ email, password }: SignIn): Promise<void> {
  await api('/session', { method: 'POST', body: { email, password } });
  queryClient.setQueryData(ME_KEY, await askMe());
}

/**
 * Ends the session, forgets everything this browser holds of it and tells the other tabs. The listener of
 * `signed-out` leaves by a full load of the sign-in page, so that nothing stays in memory.
 * @throws Problem when the API could not be told; then the session still stands
 */
export async function signOut(): Promise<void> {
  try {
    await api('/session', { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
  queryClient.clear();
  forgetCursors();
  forgetReasons();
  send({ kind: 'signed-out' }, true);
}

const me = () => queryClient.ensureQueryData({ queryKey: ME_KEY, queryFn: askMe });

/** The framework's view of the session; the shell itself asks `useMe` and `useCan`. */
export const authProvider: AuthProvider = {
  login: signIn,
  logout: async () => {
    await signOut();
    return '/sign-in';
  },
  checkAuth: async () => {
    await me();
  },
  // A session that ended is the curtain's matter: the page must stay as it is.
  checkError: () => Promise.resolve(),
  getIdentity: async () => {
    const { user } = await me();
    return { id: user.id, fullName: user.fullName };
  },
  getPermissions: async () => (await me()).abilities,
  canAccess: async ({ action, resource }) => may((await me()).abilities, action, resource),
};
