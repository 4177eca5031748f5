/** What the mail server took beside what the queue says became of each entry. */
export async function verdict(admin, server, ended, kills) {
  const { rows } = await admin.query(`select id, recipient_id as who, outcome from app.outbox`);
  const sent = new Set(server.caught);
  const expected = rows.filter(({ outcome }) => outcome === 'SENT');
  const missing = expected.filter(({ id }) => !sent.has(messageId(id))).length;
  const known = new Map(rows.map((row) => [messageId(row.id), row]));
  const strange = [...sent].filter(
    (id) => known.get(id)?.outcome !== 'SENT' && !before(ended, server, id),
  ).length;
  const heldBack = rows.filter(({ outcome }) => outcome === 'HELD_BACK');
  const wronglyHeld = heldBack.filter(({ who }) => !ended.has(who)).length;
  const afterEnd = [...ended.values()].reduce(
    (sum, { waiting, caught }) => sum + server.caught.slice(caught).filter((id) => waiting.has(id)).length,
    0,
  );
  const waited = [...ended.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  const other = rows.length - expected.length - heldBack.length;
  return {
    holds:
      missing + strange + wronglyHeld + afterEnd + other === 0 &&
      expected.length > 0 &&
      heldBack.length > 0 &&
      waited > 0,
    figures: {
      kills,
      entries: rows.length,
      mails: server.caught.length,
      afterDeduplication: sent.size,
      heldBack: heldBack.length,
      accessEnded: ended.size,
      waitedForThem: waited,
      sentAfterwards: afterEnd,
      missing,
      strange,
      wronglyHeld,
      unfinished: other,
    },
  };
}

export const messageId = (id) => `<${id}@prove.example>`;

/** The mail went, its answer was lost, and then the access ended: it is held back the second time. */
const before = (ended, server, id) =>
  [...ended.values()].some(({ waiting, caught }) => waiting.has(id) && server.caught.indexOf(id) < caught);
