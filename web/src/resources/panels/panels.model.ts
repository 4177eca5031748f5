import type { DecidePanelItem, PackLight, PanelItemView } from '@encircle/shared/panels';
import type { LightState } from '@web/ui/Light';

export const LIGHTS: Readonly<Record<PackLight, LightState>> = {
  YES: 'yes',
  PART: 'part',
  NO: 'said-no',
  WITHOUT_NAMES: 'ask',
};

/** Where a case goes in the order when it is brought one place earlier or later; null at the end of what is shown. */
export function placeBeside(
  items: readonly Pick<PanelItemView, 'id' | 'position' | 'status'>[],
  id: string,
  way: 'up' | 'down',
): number | null {
  const live = items.filter(({ status }) => status === 'ON_AGENDA');
  const at = live.findIndex((each) => each.id === id);
  const beside = at < 0 ? undefined : live[way === 'up' ? at - 1 : at + 1];
  if (!beside) return null;
  return way === 'up' ? beside.position : beside.position + 1;
}

export interface TypedAction {
  text: string;
  ownerUserId: string;
  byWhen: string;
}

export interface TypedDecision {
  decision: string;
  resources: string;
  owner: string;
  dueOn: string;
  actions: TypedAction[];
}

export const NO_DECISION: TypedDecision = { decision: '', resources: '', owner: '', dueOn: '', actions: [] };

/** What was typed as a command; a row nobody wrote in is none. */
export function decisionOf(version: number, typed: TypedDecision): DecidePanelItem {
  const actions = typed.actions.filter(
    ({ text, ownerUserId, byWhen }) => text.trim() !== '' || ownerUserId !== '' || byWhen !== '',
  );
  return {
    version,
    decision: typed.decision,
    ...(typed.resources.trim() === '' ? {} : { resources: typed.resources }),
    owner: typed.owner,
    dueOn: typed.dueOn,
    ...(actions.length === 0 ? {} : { actions }),
  };
}
