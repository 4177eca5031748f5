import type { KeepService, ServiceView } from '@encircle/shared/services';

export interface Filters {
  q: string;
  age: string;
  level: string;
  topic: string;
}

export const NO_FILTERS: Filters = { q: '', age: '', level: '', topic: '' };

/** What is asked for: an age that is not a number yet is left out until it is one. */
export function queryOf({ q, age, level, topic }: Filters): Record<string, string | number> {
  return {
    limit: 25,
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(/^\d{1,2}$/.test(age.trim()) ? { age: age.trim() } : {}),
    ...(level ? { level } : {}),
    ...(topic ? { topic } : {}),
  };
}

/** A service as it is typed; ages stay text until they are sent. */
export type ServiceForm = Omit<Partial<KeepService>, 'ageFrom' | 'ageTo'> & {
  ageFrom: string;
  ageTo: string;
};

export const formOf = (stored: ServiceView | null): ServiceForm =>
  stored === null
    ? { ageFrom: '', ageTo: '', levels: [], topics: [] }
    : {
        agencyId: stored.agencyId,
        name: stored.name,
        what: stored.what,
        ageFrom: String(stored.ageFrom),
        ageTo: String(stored.ageTo),
        levels: stored.levels,
        topics: stored.topics,
        how: stored.how,
        ...(stored.contactId ? { contactId: stored.contactId } : {}),
        ...(stored.area ? { area: stored.area } : {}),
        ...(stored.opening ? { opening: stored.opening } : {}),
        ...(stored.phone ? { phone: stored.phone } : {}),
      };

/** A number as a number; anything else as typed, for the API to say what is wrong with it. */
const typed = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text);

export function toKeep(form: ServiceForm): Record<string, unknown> {
  const filled = Object.entries(form).filter(([, value]) => value !== '' && value !== undefined);
  return { ...Object.fromEntries(filled), ageFrom: typed(form.ageFrom), ageTo: typed(form.ageTo) };
}
