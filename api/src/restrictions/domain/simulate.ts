import {
  CATEGORIES,
  decide,
  DEFAULT_SETTINGS,
  PURPOSES_OF_ROLE,
  type ActorFacts,
  type Category,
  type EpisodeFacts,
  type EpisodeState,
  type Purpose,
} from '@encircle/shared/policy';
import type { SimulatedAnswer, SimulatedChild, SimulatedFact } from '@encircle/shared/restrictions';

/** LOG and AGG are no part of a record that one opens. */
const ASKED = CATEGORIES.filter((category) => category !== 'AGG');

/** The purpose a role usually looks for. */
export const usualPurpose = (role: ActorFacts['role']): Purpose | null =>
  PURPOSES_OF_ROLE[role].includes('COORDINATE') ? 'COORDINATE' : (PURPOSES_OF_ROLE[role][0] ?? null);

/** What the record was at a moment: its stage then, and nothing that came later. */
export function asOf(facts: EpisodeFacts, at: string, state: string): EpisodeFacts {
  const passed = (moment: string | null): string | null => (moment !== null && moment <= at ? moment : null);
  return {
    ...facts,
    state: state as EpisodeState,
    closedAt: passed(facts.closedAt),
    withdrawnAt: passed(facts.withdrawnAt),
    consents: facts.consents
      .filter(({ givenAt }) => givenAt <= at)
      .map((line) => ({
        ...line,
        withdrawnAt: passed(line.withdrawnAt),
        supersededAt: passed(line.supersededAt),
      })),
  };
}

/** Every kind of information, one after the other, with the reasons and the facts each answer rests on. */
export function simulate(
  actor: ActorFacts,
  facts: EpisodeFacts,
  purpose: Purpose | null,
  at: string,
): SimulatedChild[] {
  return facts.subjects.map(({ personId }, index) => ({
    child: String(index + 1),
    answers: ASKED.map((category) => answerOf(actor, facts, purpose, at, personId, category)),
  }));
}

function answerOf(
  actor: ActorFacts,
  facts: EpisodeFacts,
  purpose: Purpose | null,
  at: string,
  subjectId: string,
  category: Category,
): SimulatedAnswer {
  const { effect, what, reasons, bases } = decide(
    { actor, episode: facts, settings: DEFAULT_SETTINGS },
    {
      purpose,
      action: 'read',
      channel: 'screen',
      reasonId: null,
      item: {
        subjectId,
        aboutPersonId: null,
        categories: [category],
        sourceAgencyId: null,
        authorId: null,
        namedWorkerIds: [],
        recordedAt: null,
      },
    },
    at,
  );
  return {
    category,
    effect,
    what: what ?? null,
    reasons: [...reasons],
    facts: bases.map((id) => factOf(facts, id)),
  };
}

function factOf(facts: EpisodeFacts, id: string): SimulatedFact {
  const place = facts.edges.find((edge) => edge.id === id);
  if (place) return { id, kind: 'PLACE', what: place.kind, from: place.from, until: place.to };
  const line = facts.consents.find((each) => each.id === id);
  if (line)
    return { id, kind: 'AGREEMENT', what: line.recipientType, from: line.givenAt, until: line.expiresAt };
  if (id.startsWith('role:')) return { id, kind: 'ROLE', what: id.slice(5), from: null, until: null };
  return { id, kind: 'OTHER', what: 'OTHER', from: null, until: null };
}
