import { api } from '@web/providers/http';
import { coverEvent } from '@web/providers/cover';
import { askMe } from '@web/providers/me';
import { queryClient } from '@web/providers/query-client';
import { send } from '@web/providers/signals';
import type { Me } from '@web/providers/types';

/**
 * Opens the same session's page again after a lock: same person, same hat, same unsaved place.
 * @throws Problem when the password is wrong
 */
export async function reopen(me: Me, password: string): Promise<void> {
  await api('/session', { method: 'POST', body: { email: me.user.email, password } });
  const now = await askMe();
  if (now.membership.id !== me.membership.id) {
    await api('/session/hat', { method: 'POST', body: { membershipId: me.membership.id } });
  }
  coverEvent('open');
  send({ kind: 'reopened' });
  await queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
}
