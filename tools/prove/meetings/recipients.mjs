import { MarkedCase } from './marked-case.mjs';
import { meetingsOf, People } from './people.mjs';
import { READABLE, wordsIn } from './words.mjs';

/** Beside what the room view reads: the family's names, and documents by their titles and what is in them. */
const ALL_READABLE = `${READABLE}
  union all select 'name ' || family_name from app.person where id = any ($3::uuid[])
  union all select title from app.document where episode_id = $2
  union all select replace(title, 'zqtitle', 'zqcontent') from app.document where episode_id = $2`;

/** How many of a meeting are asked for a report by a link. */
const LINKS = 2;

/**
 * All that reaches those who were asked to meetings: mails and their calendar files, minutes, feeds, report links, documents
 * and what they say of themselves, notices and lists. What is sent holds no word of the family's; what is opened holds what
 * row-level security leaves its reader. All meetings of a case are looked at together, each with words of its own.
 * @param world as for `compareRooms`, with `mails()` and `deliver()`
 * @param most so many meetings, and the others of the last case
 * @param until when no further case is begun
 */
export async function scanRecipients(world, { most, random, ids = null, until = Infinity }) {
  const figures = { cases: 0, meetings: 0, notRun: 0, recipients: 0, mails: 0, calendars: 0, feeds: 0 };
  Object.assign(figures, { links: 0, minutes: 0, documents: 0, opened: 0, words: 0, heldBack: 0, leaks: 0 });
  const found = [];
  const people = new People(world.rows);
  for (const meetings of drawn(await meetingsOf(world.rows, ids), random)) {
    if (figures.meetings >= most || found.length > 40 || performance.now() > until) break;
    const [{ id, runs }] = meetings;
    const host = runs && (await people.worker(runs.userId, runs.agencyId));
    if (!host || (await world.ask(host, 'GET', `/api/meetings/${id}/room-view`)).status !== 200) {
      figures.notRun += meetings.length;
      continue;
    }
    figures.cases += 1;
    figures.meetings += meetings.length;
    const marked = await MarkedCase.of(world, meetings, host, random);
    await new CaseScan(world, marked, { figures, found }).everything(host, people);
    await marked.clear();
  }
  figures.leaks = found.length;
  const met = ['mails', 'calendars', 'feeds', 'links', 'opened', 'words'].every((each) => figures[each] > 0);
  return { holds: found.length === 0 && met, figures, found };
}

/** Meetings by their cases, drawn, every other case with a meeting to come: only those have calendar files. */
function drawn(meetings, random) {
  const cases = new Map();
  for (const each of meetings) cases.set(each.episodeId, [...(cases.get(each.episodeId) ?? []), each]);
  const lots = [...cases.values()]
    .map((each) => ({ each, lot: random.upTo(1_000_000) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ each }) => each);
  const isComing = (each) => each.some(({ status }) => status === 'PLANNED');
  const [coming, others] = [lots.filter(isComing), lots.filter((each) => !isComing(each))];
  return lots.flatMap((_one, n) => [coming[n], others[n]].filter((each) => each !== undefined));
}

class CaseScan {
  constructor(world, marked, { figures, found }) {
    Object.assign(this, { world, marked, figures, found, previews: new Map() });
  }

  async everything(host, people) {
    for (const meeting of this.marked.meetings) await this.send(host, meeting);
    await this.sent();
    for (const [who, invitations] of await this.recipients(people)) await this.receive(who, invitations);
  }

  /** Whatever can be sent of a meeting. */
  async send(host, meeting) {
    const { world } = this;
    for (const topic of ['meeting.invited', 'meeting.moved', 'meeting.minutes', 'meeting.cancelled'])
      await world.rows(
        `insert into app.outbox (topic, recipient_id, episode_id, payload)
         select $1, user_id, $2, jsonb_build_object('meetingId', $3::uuid) from unnest($4::uuid[]) user_id`,
        [topic, meeting.episodeId, meeting.id, meeting.workers.map(({ userId }) => userId)],
      );
    const askable = meeting.workers.filter(({ userId }) => userId !== host.userId).slice(-LINKS);
    for (const { id } of askable) await world.ask(host, 'POST', `/api/invitations/${id}/report-request`, {});
    const preview = await world.ask(host, 'GET', `/api/meetings/${meeting.id}/minutes/preview`);
    if (preview.status === 200) this.previews.set(meeting.id, JSON.parse(preview.text).recipients);
  }

  /** It is decided for each of them; none of it says anything. */
  async sent() {
    const { world, figures, marked } = this;
    const before = world.mails().length;
    while (await world.deliver());
    for (const { to, text } of world.mails().slice(before)) await this.mailed(to[0], text);
    const [held] = await world.rows(
      `select count(*)::int as n from app.outbox
       where outcome = 'HELD_BACK' and payload ->> 'meetingId' = any ($1)`,
      [marked.meetings.map(({ id }) => id)],
    );
    figures.heldBack += held.n;
  }

  async mailed(address, text) {
    this.figures.mails += 1;
    if (text.includes('BEGIN:VCALENDAR')) this.figures.calendars += 1;
    this.silent(`a mail to ${address}`, text, address);
    const token = /\/report#([\w-]+)/.exec(text)?.[1];
    if (token === undefined) return;
    const link = await this.world.ask(null, 'POST', '/api/report-links/open', { token });
    if (link.status !== 200) return;
    this.figures.links += 1;
    this.silent(`the report link of ${address}`, link.text, address, { agencies: true });
  }

  /** Neither a word of the case, nor a name of the family, nor of anybody else who was asked. */
  silent(what, text, address, { agencies = false } = {}) {
    const words = [...wordsIn(text), ...namesIn(text)];
    if (words.length > 0) this.say(`${what} says ${words.join(' ')}`);
    for (const { name, email } of this.marked.named)
      if (email === null ? !agencies && text.includes(name) : email !== address && text.includes(name))
        this.say(`${what} names ${name}`);
  }

  /** Each of them once, with what they were asked to. */
  async recipients(people) {
    const all = new Map();
    for (const meeting of this.marked.meetings)
      for (const invitation of meeting.invitations) {
        const { userId, agencyId, personId, role } = invitation;
        const who =
          personId === null ? await people.worker(userId, agencyId) : await people.family(personId, role);
        if (who !== null) all.set(who, [...(all.get(who) ?? []), { ...invitation, meeting }]);
      }
    return all;
  }

  /** What one of them opens: their meetings, their lists and notices, their feed, the documents of the case by list and by id. */
  async receive(who, invitations) {
    const { world, marked, figures } = this;
    figures.recipients += 1;
    const ids = marked.meetings.map(({ id }) => id);
    const may = new Set(await world.readable(who, ALL_READABLE, [ids, marked.episodeId, marked.family]));
    const own = invitations.flatMap((each) => this.minutesFor(each));
    this.opened(who, 'the minutes sent to them', JSON.stringify(own), may);
    const ofCase = `/api/episodes/${marked.episodeId}`;
    for (const path of [
      ...ids.map((id) => `/api/meetings/${id}`),
      `${ofCase}/meetings`,
      `${ofCase}/documents`,
      '/api/my/meetings?when=COMING&limit=100',
      '/api/my/meetings?when=PAST&limit=100',
      '/api/my/notices',
    ])
      this.opened(who, path, (await world.ask(who, 'GET', path)).text, may);
    for (const document of marked.documents) {
      const file = await world.ask(who, 'GET', `/api/documents/${document}/file`);
      if (file.status === 200) figures.documents += 1;
      const text = `${file.bytes.toString('latin1')} ${JSON.stringify(file.headers)}`;
      this.opened(who, `document ${document}`, text, may);
    }
    const feed = await world.ask(who, 'PUT', '/api/my/calendar-feed');
    if (feed.status !== 200) return;
    const address = new URL(JSON.parse(feed.text).address).pathname;
    figures.feeds += 1;
    this.silent(`the feed of ${who.userId}`, (await world.ask(null, 'GET', address)).text, null);
  }

  minutesFor({ id, meeting }) {
    const name = this.marked.nameOf(id);
    const own = (this.previews.get(meeting.id) ?? [])
      .filter((each) => each.name === name)
      .flatMap(({ minutes }) => minutes);
    if (own.length > 0) this.figures.minutes += 1;
    return own;
  }

  opened(who, what, text, may) {
    const words = wordsIn(text);
    this.figures.opened += 1;
    this.figures.words += words.length;
    const wrong = [
      ...words.filter((word) => !may.has(word)),
      ...namesIn(text).filter((name) => !may.has(`name ${name}`)),
    ];
    if (wrong.length > 0) this.say(`${what} tells ${who.userId} ${wrong.join(' ')}`);
  }

  say(what) {
    this.found.push(`${this.marked.episodeId}: ${what}`);
  }
}

const namesIn = (text) => [...new Set(text.match(/Zqf[a-z]+/g) ?? [])];
