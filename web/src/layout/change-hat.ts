import { api } from '@web/providers/http';
import { queryClient } from '@web/providers/query-client';

/** Works on in another hat. Everything read in the old one is forgotten by a full load of the first page. */
export async function changeHat(membershipId: string): Promise<void> {
  await api('/session/hat', { method: 'POST', body: { membershipId } });
  queryClient.clear();
  window.location.assign('/');
}
