import type { EpisodeFacts, Facts, Request } from './facts.js';

/** The account's role, the person behind it, or what an item says of itself, where no row carries the answer. */
export type Asked = { facts: Facts; request: Request };

/** The same question with the named facts gone: how an answer is shown to rest on them. */
export function withoutFacts({ facts, request }: Asked, ids: readonly string[]): Asked {
  const gone = new Set(ids);
  const { actor, episode } = facts;
  const item = {
    ...request.item,
    authorId: gone.has('item:author') ? null : request.item.authorId,
    sourceAgencyId: gone.has('item:source') ? null : request.item.sourceAgencyId,
    namedWorkerIds: gone.has('item:named') ? [] : request.item.namedWorkerIds,
  };
  const override =
    request.override && gone.has(request.override.id)
      ? { ...request.override, ground: null }
      : request.override;
  return {
    facts: {
      ...facts,
      actor: {
        ...actor,
        personId: gone.has('actor:person') ? null : actor.personId,
        // A role without any purpose: what is left of an account whose role is taken away.
        role: gone.has(`role:${actor.role}`) ? 'SADM' : actor.role,
      },
      episode: episode && withoutRows(episode, gone),
    },
    request: { ...request, item, override },
  };
}

function withoutRows(episode: EpisodeFacts, gone: ReadonlySet<string>): EpisodeFacts {
  const kept = <T extends { id: string }>(rows: readonly T[]): T[] => rows.filter(({ id }) => !gone.has(id));
  return {
    ...episode,
    edges: kept(episode.edges),
    relatives: kept(episode.relatives),
    consents: kept(episode.consents),
    sensitiveLines: kept(episode.sensitiveLines),
    disclosures: kept(episode.disclosures),
    breakGlass: kept(episode.breakGlass),
    courtOrders: kept(episode.courtOrders),
    mergedInto: episode.mergedInto && withoutRows(episode.mergedInto, gone),
    mergedFrom: episode.mergedFrom.map((other) => withoutRows(other, gone)),
  };
}
