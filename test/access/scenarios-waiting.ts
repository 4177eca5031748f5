/**
 * Scenarios that show an act whose feature is not there yet, with the capability they wait for. When a route appears
 * that `until` recognises, the list fails until the scenario is played over HTTP.
 */
export interface Waiting {
  id: string;
  capability: string;
  until: RegExp;
}

export const WAITING: readonly Waiting[] = [
  { id: 'S40', capability: 'K9 small numbers by ward', until: /\/reports\/wards\b/ },
  { id: 'S63', capability: 'M3 disposal', until: /\/disposals\b/ },
];
