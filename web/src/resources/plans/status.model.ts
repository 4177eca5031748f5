import { ACTION_MACHINE, type ActionStatus } from '@encircle/shared/lifecycle';
import type { ActionView } from '@encircle/shared/plans';

/** Where an action may go from here, itself first. A worker who was absent accepts by themself. */
export function nextStatuses(action: Pick<ActionView, 'status' | 'mine' | 'ownerUserId'>): string[] {
  const all: readonly string[] = ACTION_MACHINE.moves[action.status as ActionStatus];
  const owned = action.ownerUserId === null || action.mine;
  return [action.status, ...all.filter((to) => to !== 'AGREED' || owned)];
}
