import { setTimeout as pause } from 'node:timers/promises';

/** The wall of one meeting, as who runs it asks for it. */
export class Wall {
  /** @param meeting with `runs`, and `own`: the invitations of whoever asks */
  constructor(world, meeting, host) {
    Object.assign(this, { world, meeting, host, path: `/api/meetings/${meeting.id}/room-view` });
    this.own = meeting.invitations.filter(({ userId }) => userId === meeting.runs.userId).map(({ id }) => id);
  }

  /** While these are in the room; what the program read for another set may be remembered. */
  async with(present) {
    const { memory } = this.world;
    if (memory === undefined) return this.really(present);
    memory.with(this.#ids(present));
    return this.#ask();
  }

  /** The same with everything read anew. */
  async really(present) {
    await this.world.rows(
      `update app.invitation set attendance = case when id = any ($2::uuid[]) then 'ATT' else 'DNA' end where meeting_id = $1`,
      [this.meeting.id, this.#ids(present)],
    );
    return this.again();
  }

  async again() {
    this.world.memory?.forget();
    return this.#ask();
  }

  #ids(present) {
    return [...this.own, ...present.map(({ id }) => id)];
  }

  /** A machine that is too busy says so and shows nothing: it is asked again. */
  async #ask() {
    for (let n = 0; ; n += 1) {
      const answer = await this.world.ask(this.host, 'GET', this.path);
      if (answer.status !== 503 || n === 10) return answer;
      await pause(500);
    }
  }
}
