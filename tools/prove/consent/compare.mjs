/** What a reader gets of a case over HTTP, beside what the model says. Each difference is one line. */
export async function differences({ call, model, now, random, readers, episode }) {
  const found = [];
  let asked = 0;
  let readable = 0;
  for (const reader of readers) {
    const notes = await call(reader, 'GET', `/api/episodes/${episode}/notes?limit=100`);
    const listed = notes.status === 200 ? notes.body.items.map((item) => item.id) : [];
    const wanted = model.readable(episode, reader, now, false).filter(isNote);
    // Whoever may open the list gets all they may read of it; who may not, has nothing in it but by content.
    if (notes.status === 200) found.push(...unlike(`${reader} lists`, listed, wanted));
    const categories = random.some(categoriesOf(model, episode), 3);
    for (const category of categories) {
      const path = `/api/episodes/${episode}/content?category=${category}`;
      const answer = await call(reader, 'GET', path);
      const read = answer.status === 200 ? answer.body.items.map((item) => item.id) : [];
      const part =
        answer.status === 200 && answer.body.effect === 'LIMITED' && answer.body.what !== 'ASK_AGAIN';
      const all = model.readable(episode, reader, now, true).filter((item) => stored(item) === category);
      // Shaped for a child, or held for a checked request: nothing of the rows may be in it.
      const may = part ? [] : all;
      found.push(...unlike(`${reader} reads ${category}`, ofStory(model, read), may));
      asked += 1;
      readable += may.length;
    }
    asked += 1;
    readable += notes.status === 200 ? wanted.length : 0;
  }
  return { found, asked, readable };
}

const ORDINARY = new Set([
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
]);

/** An item of several kinds is kept under the one that hides most. */
export const stored = ({ categories }) => categories.find((each) => !ORDINARY.has(each)) ?? categories[0];

const isNote = (item) => item.recordedAt !== null && !['INVOLVE', 'IDENT'].includes(item.categories[0]);

function categoriesOf(model, episode) {
  const kinds = model.story.items.filter((item) => item.episodeId === episode && isNote(item)).map(stored);
  return [...new Set(kinds)];
}

const ofStory = (model, ids) => ids.filter((id) => model.story.items.some((item) => item.id === id));

function unlike(what, got, wanted) {
  const names = new Map(wanted.map((item) => [item.id, item.key]));
  return [
    ...got.filter((id) => !names.has(id)).map((id) => `${what}: shown ${id}`),
    ...[...names].filter(([id]) => !got.includes(id)).map(([, key]) => `${what}: missing ${key}`),
  ];
}
