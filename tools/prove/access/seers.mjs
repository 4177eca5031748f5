/**
 * The reverse view: who can see a case, as the family and the information officer are told. Whoever the function shows
 * something because of a place, a task or an emergency must be named; whoever is named must have one of those.
 */
const TEAM = ['AUTHOR', 'LP', 'TACM'];
/** Told to the officer with a request alone. */
const CONFIDENTIAL = ['IGO_TASK', 'BROKER_TASK', 'MASH_CONCERN'];
/** Told as a number, not by name. */
const BLANKET = ['CAFC', 'MASH'];

/** The officer with a task, and one of the CAF team. */
export const asksWhoSees = (world, hat) =>
  hat === world.hats.find(({ role }) => role === 'CAFC') ||
  (hat.role === 'IGO' &&
    world.edges.some(({ kind, userId }) => kind === 'IGO_TASK' && userId === hat.userId));

/** @param told everybody asking, and what the function showed each of them */
export function seersThatDiffer(world, asked, seers, told) {
  return Object.entries(seers ?? {}).flatMap(([episode, { request, people, roles }]) => {
    const differ = (policy, shows) => ({ world, asked, episode, backEnd: 'who can see', policy, shows });
    // Of a record that is out of reach of this reader nothing is said at all.
    if (roles === null)
      return people.length > 0 ? [differ('somebody of a record out of reach', 'names')] : [];
    const named = new Set(people);
    const due = onRecord(world, episode, request);
    const forgotten = [...seeing(world, episode, told)].filter((id) => due.has(id) && !named.has(id));
    const wrong = people.filter((id) => !due.has(id));
    const counted = BLANKET.filter((role) => (roles[role] ?? 0) !== holders(world, role));
    return [
      ...forgotten.map((id) => differ(nameOf(world, id), 'does not name')),
      ...wrong.map((id) => differ(`${nameOf(world, id)} without a place`, 'names')),
      ...counted.map((role) => differ(role, `counts ${roles[role] ?? 0} of`)),
      ...unexplained(world, episode, told, { due, request }).map((id) =>
        differ(`${nameOf(world, id)}, who sees it for no reason on record`, 'leaves out'),
      ),
    ];
  });
}

const isLive = (world, { from, to }) => from <= world.now && (to === null || world.now < to);
const holders = (world, role) =>
  new Set(world.hats.filter((hat) => hat.role === role).map(({ userId }) => userId)).size;
const nameOf = (world, id) =>
  `${world.hats.find(({ userId }) => userId === id)?.role ?? 'somebody'} ${id.slice(-4)}`;

/** Those with a live place or task, an emergency view, and the managers of the team's agencies. */
function onRecord(world, episode, request) {
  const edges = world.edges.filter((edge) => edge.episodeId === episode && isLive(world, edge));
  const agencies = new Set(edges.filter(({ kind }) => TEAM.includes(kind)).map(({ agencyId }) => agencyId));
  const glass = world.grants.filter(
    (grant) => grant.episodeId === episode && grant.kind === 'BREAK_GLASS' && isLive(world, grant),
  );
  return new Set([
    ...edges.filter(({ kind }) => request || !CONFIDENTIAL.includes(kind)).map(({ userId }) => userId),
    ...glass.map(({ userId }) => userId),
    ...world.hats
      .filter(({ role, agencyId }) => role === 'AMGR' && agencies.has(agencyId))
      .map(({ userId }) => userId),
  ]);
}

/** Workers whom the function shows something of the case that is not their own. */
function seeing(world, episode, { asked, tells }, ofRole = () => true) {
  return new Set(
    asked.flatMap(({ hat }, n) =>
      hat.agencyId !== null &&
      ofRole(hat) &&
      world.items.some(
        (item, i) =>
          item.episodeId === episode &&
          tells[n][i] === 'whole' &&
          item.authorId !== hat.userId &&
          item.agencyId !== hat.agencyId,
      )
        ? [hat.userId]
        : [],
    ),
  );
}

/** Those who see it and are not on record: told of by what was disclosed or ordered, by a blanket role, or in confidence. */
function unexplained(world, episode, told, { due, request }) {
  const children = world.subjects.filter((row) => row.episodeId === episode).map(({ personId }) => personId);
  const disclosed = world.grants.filter(
    (grant) => grant.episodeId === episode && grant.kind === 'DISCLOSURE' && isLive(world, grant),
  );
  const ordered = world.orders.filter(
    (order) => order.effect === 'DISCLOSE' && children.includes(order.personId) && isLive(world, order),
  );
  const reached = new Set([
    ...disclosed.flatMap(({ userId, agencyId }) => [userId, agencyId]),
    ...ordered.map(({ recipientId }) => recipientId),
  ]);
  const confidential = new Set(
    world.edges
      .filter((edge) => !request && edge.episodeId === episode && CONFIDENTIAL.includes(edge.kind))
      .map(({ userId }) => userId),
  );
  const named = (hat) =>
    BLANKET.includes(hat.role) ||
    reached.has(hat.userId) ||
    reached.has(hat.agencyId) ||
    confidential.has(hat.userId);
  return [...seeing(world, episode, told, (hat) => !named(hat))].filter((id) => !due.has(id));
}
