import { pictureThatTells } from './files.mjs';
import { addWords, clearNotes, takeAway } from './words.mjs';

const DOCUMENTS = ['HEALTH', 'SENS_MH', 'FAMILY', 'DV'];
/** More than there are words of one table in one meeting. */
const APART = 100;

/** A case with a word of its own in everything that is kept of its meetings and its family, until it is cleared. */
export class MarkedCase {
  #names = [];

  constructor(world, meetings) {
    Object.assign(this, { world, meetings, documents: [], named: [] });
    this.episodeId = meetings[0].episodeId;
    const family = meetings.flatMap((each) => [
      each.subjectId,
      ...each.invitations.flatMap(({ personId }) => personId ?? []),
    ]);
    this.family = [...new Set(family)];
  }

  static async of(world, meetings, host, random) {
    const made = new MarkedCase(world, meetings);
    for (const [n, meeting] of meetings.entries()) await addWords(world.rows, meeting, random, n * APART);
    await made.#rename();
    for (const [n, category] of DOCUMENTS.entries()) await made.#file(host, n, category);
    made.named = await world.rows(
      `select u.full_name as name, u.email, array_agg(i.id) as ids
       from app.invitation i join app.app_user u on u.id = i.user_id where i.meeting_id = any ($1::uuid[]) group by u.id
       union all select a.name, null, '{}'
       from app.invitation i join app.agency a on a.id = i.agency_id where i.meeting_id = any ($1::uuid[]) group by a.id`,
      [meetings.map(({ id }) => id)],
    );
    return made;
  }

  /** Whose invitation this is, when it is a worker's. */
  nameOf(invitationId) {
    return this.named.find(({ ids }) => ids.includes(invitationId))?.name;
  }

  async clear() {
    const { rows } = this.world;
    await rows(`delete from app.document where id = any ($1::uuid[])`, [this.documents]);
    await takeAway(rows, this.meetings[0]);
    for (const meeting of this.meetings) await clearNotes(rows, meeting);
    await rows(
      `update app.person p set family_name = was.name
       from unnest($1::uuid[], $2::text[]) as was (id, name) where p.id = was.id`,
      [this.#names.map(({ id }) => id), this.#names.map(({ name }) => name)],
    );
  }

  async #rename() {
    const { rows } = this.world;
    this.#names = await rows(`select id, family_name as name from app.person where id = any ($1::uuid[])`, [
      this.family,
    ]);
    await rows(
      `update app.person set family_name = 'Zqf' || translate(substr(md5(id::text), 1, 12), '0123456789', 'ghijklmnop')
       where id = any ($1::uuid[])`,
      [this.family],
    );
  }

  async #file(host, n, category) {
    const words = `zqcontent${n}x`;
    const bytes = n % 2 === 0 ? Buffer.from(`A letter. ${words}`) : pictureThatTells(`zqauthor${n}x`);
    const { adultId } = this.meetings[0];
    const sent = await this.world.ask(host, 'POST', '/api/uploads', bytes);
    const filed = await this.world.ask(host, 'POST', `/api/episodes/${this.episodeId}/documents`, {
      uploadId: JSON.parse(sent.text).id,
      title: `zqtitle${n}x`,
      category,
      ...(category === 'DV' && adultId ? { aboutPersonId: adultId } : {}),
    });
    if (filed.status === 201) this.documents.push(JSON.parse(filed.text).id);
  }
}
