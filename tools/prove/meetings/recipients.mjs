import { pictureThatTells } from './files.mjs';
import { meetingsOf, People } from './people.mjs';
import { addWords, clearNotes, READABLE, takeAway, wordsIn } from './words.mjs';

/** Beside what the room view reads: the family's names, and documents by their titles and what is in them. */
const ALL_READABLE = `${READABLE}
  union all select 'name ' || family_name from app.person where id = any ($3::uuid[])
  union all select title from app.document where episode_id = $2
  union all select replace(title, 'zqtitle', 'zqcontent') from app.document where episode_id = $2`;

const DOCUMENTS = ['HEALTH', 'SENS_MH', 'FAMILY', 'DV'];
/** How many of a meeting are asked for a report by a link. */
const LINKS = 2;

/**
 * All that reaches those who were asked to a meeting: mails and their calendar files, minutes, feeds, report links, documents
 * and what they say of themselves, notices and lists. What is sent holds no word of the family's; what is opened holds what
 * row-level security leaves its reader.
 * @param world as for `compareRooms`, with `mails()` and `deliver()`
 */
export async function scanRecipients(world, { most, random, ids = null }) {
  const figures = { meetings: 0, recipients: 0, mails: 0, calendars: 0, feeds: 0, links: 0, minutes: 0 };
  Object.assign(figures, { documents: 0, opened: 0, words: 0, heldBack: 0, leaks: 0 });
  const found = [];
  const people = new People(world.rows);
  const everybody = [];
  for (const meeting of drawn(await meetingsOf(world.rows, ids), random)) {
    if (figures.meetings >= most || found.length > 40) break;
    const host = meeting.runs && (await people.worker(meeting.runs.userId, meeting.runs.agencyId));
    const path = `/api/meetings/${meeting.id}`;
    if (!host || (await world.ask(host, 'GET', `${path}/room-view`)).status !== 200) continue;
    figures.meetings += 1;
    const scan = new MeetingScan(world, meeting, { figures, found, everybody });
    await scan.prepare(host, random);
    await scan.send(host);
    for (const invitation of meeting.invitations) await scan.receive(invitation, people);
    await scan.clear();
  }
  figures.leaks = found.length;
  const met = ['mails', 'calendars', 'feeds', 'links', 'opened', 'words'].every((each) => figures[each] > 0);
  return { holds: found.length === 0 && met, figures, found };
}

/** Drawn, every other one still to come: only those have calendar files. */
function drawn(meetings, random) {
  const lots = meetings.map((each) => ({ each, lot: random.upTo(1_000_000) }));
  const order = lots.sort((a, b) => a.lot - b.lot).map(({ each }) => each);
  const coming = order.filter(({ status }) => status === 'PLANNED');
  const others = order.filter(({ status }) => status !== 'PLANNED');
  return order.flatMap((_one, n) => [coming[n], others[n]].filter((each) => each !== undefined));
}

class MeetingScan {
  constructor(world, meeting, { figures, found, everybody }) {
    Object.assign(this, { world, meeting, figures, found, documents: [] });
    this.family = [meeting.subjectId, ...meeting.invitations.flatMap(({ personId }) => personId ?? [])];
    // Names of families before stand in lists still.
    everybody.push(...this.family);
    this.everybody = everybody;
    this.path = `/api/meetings/${meeting.id}`;
  }

  /** A word of its own in everything that is kept of this meeting and its family. */
  async prepare(host, random) {
    const { rows } = this.world;
    await addWords(rows, this.meeting, random);
    await rows(
      `update app.person set family_name = 'Zqf' || translate(substr(md5(id::text), 1, 12), '0123456789', 'ghijklmnop')
       where id = any ($1::uuid[])`,
      [this.family],
    );
    for (const [n, category] of DOCUMENTS.entries()) await this.file(host, n, category);
    const named = await rows(
      `select u.full_name as name, u.email from app.invitation i join app.app_user u on u.id = i.user_id where i.meeting_id = $1
       union all select a.name, null from app.invitation i join app.agency a on a.id = i.agency_id where i.meeting_id = $1`,
      [this.meeting.id],
    );
    this.named = named;
  }

  async file(host, n, category) {
    const words = `zqcontent${n}x`;
    const bytes = n % 2 === 0 ? Buffer.from(`A letter. ${words}`) : pictureThatTells(`zqauthor${n}x`);
    const sent = await this.world.ask(host, 'POST', '/api/uploads', bytes);
    const uploadId = JSON.parse(sent.text).id;
    const filed = await this.world.ask(host, 'POST', `/api/episodes/${this.meeting.episodeId}/documents`, {
      uploadId,
      title: `zqtitle${n}x`,
      category,
      ...(category === 'DV' && this.meeting.adultId ? { aboutPersonId: this.meeting.adultId } : {}),
    });
    if (filed.status === 201) this.documents.push(JSON.parse(filed.text).id);
  }

  /** What is sent, decided for each of them; none of it says anything. */
  async send(host) {
    const { world, meeting, figures } = this;
    const before = world.mails().length;
    for (const topic of ['meeting.invited', 'meeting.moved', 'meeting.minutes', 'meeting.cancelled'])
      await world.rows(
        `insert into app.outbox (topic, recipient_id, episode_id, payload)
         select $1, user_id, $2, jsonb_build_object('meetingId', $3::uuid) from unnest($4::uuid[]) user_id`,
        [topic, meeting.episodeId, meeting.id, meeting.workers.map(({ userId }) => userId)],
      );
    const askable = meeting.workers.filter(({ userId }) => userId !== host.userId).slice(-LINKS);
    for (const { id } of askable) await world.ask(host, 'POST', `/api/invitations/${id}/report-request`, {});
    while (await world.deliver());
    for (const { to, text } of world.mails().slice(before)) await this.mailed(to[0], text);
    const preview = await world.ask(host, 'GET', `${this.path}/minutes/preview`);
    if (preview.status === 200) this.preview = JSON.parse(preview.text).recipients;
    const [held] = await world.rows(
      `select count(*)::int as n from app.outbox where outcome = 'HELD_BACK' and payload ->> 'meetingId' = $1`,
      [meeting.id],
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

  /** Neither a stamped word, nor a name of the family, nor of anybody else who was asked. */
  silent(what, text, address, { agencies = false } = {}) {
    const words = [...wordsIn(text), ...namesIn(text)];
    if (words.length > 0) this.found.push(`${this.meeting.id}: ${what} says ${words.join(' ')}`);
    for (const { name, email } of this.named)
      if (email === null ? !agencies && text.includes(name) : email !== address && text.includes(name))
        this.found.push(`${this.meeting.id}: ${what} names ${name}`);
  }

  /** What one of them opens: the meeting, their lists and notices, their feed, the documents of the case by list and by id. */
  async receive({ id, userId, agencyId, personId, role }, people) {
    const who =
      personId === null ? await people.worker(userId, agencyId) : await people.family(personId, role);
    if (who === null) return;
    const { world, meeting, figures } = this;
    figures.recipients += 1;
    const may = new Set(
      await world.readable(who, ALL_READABLE, [meeting.id, meeting.episodeId, this.everybody]),
    );
    const own = await this.minutesFor(id);
    const texts = [['the minutes sent to them', JSON.stringify(own)]];
    const list = `/api/episodes/${meeting.episodeId}`;
    for (const path of [
      this.path,
      `${list}/meetings`,
      '/api/my/meetings',
      '/api/my/notices',
      `${list}/documents`,
    ])
      texts.push([path, (await world.ask(who, 'GET', path)).text]);
    for (const document of this.documents) {
      const file = await world.ask(who, 'GET', `/api/documents/${document}/file`);
      if (file.status === 200) figures.documents += 1;
      texts.push([
        `document ${document}`,
        `${file.bytes.toString('latin1')} ${JSON.stringify(file.headers)}`,
      ]);
    }
    for (const [what, text] of texts) this.opened(who, what, text, may);
    const feed = await world.ask(who, 'PUT', '/api/my/calendar-feed');
    if (feed.status !== 200) return;
    const address = new URL(JSON.parse(feed.text).address).pathname;
    figures.feeds += 1;
    this.silent(`the feed of ${who.userId}`, (await world.ask(null, 'GET', address)).text, null);
  }

  async minutesFor(invitationId) {
    const [row] = await this.world.rows(
      `select u.full_name as name from app.invitation i join app.app_user u on u.id = i.user_id where i.id = $1`,
      [invitationId],
    );
    const own = (this.preview ?? [])
      .filter(({ name }) => name === row?.name)
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
    if (wrong.length > 0)
      this.found.push(`${this.meeting.id}: ${what} tells ${who.userId} ${wrong.join(' ')}`);
  }

  async clear() {
    const { rows } = this.world;
    await rows(`delete from app.document where id = any ($1::uuid[])`, [this.documents]);
    await takeAway(rows, this.meeting);
    await clearNotes(rows, this.meeting);
  }
}

const namesIn = (text) => [...new Set(text.match(/Zqf[a-z]+/g) ?? [])];
