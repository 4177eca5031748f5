import { addDays, mondayOf } from '@encircle/shared/dates';
import { Cast } from './cast.js';
import { MailCatcher } from '../../kit/mail-catcher.js';
import { Clock } from './clock.js';
import { program } from './program.js';
import { Story } from './story.js';

/** The child of the story: a new one, because the demo's Ava is further on. */
export const JUNO = {
  givenNames: 'Juno',
  familyName: 'Vale',
  full: 'Juno Vale',
  born: '12 September 2016',
} as const;

/** What the chapters of one story share: its people, its clock and what earlier chapters made. */
export class Play {
  cast!: Cast;
  clock!: Clock;
  /** The mail server everybody's mail goes to. */
  post!: MailCatcher;
  caseId = '';
  meetingId = '';
  readonly story = new Story((step) => this.cast.picture(step));
  private monday = '';

  async begin(): Promise<void> {
    this.post = await MailCatcher.start(Number(new URL(program().smtpUrl).port));
    this.clock = await Clock.take();
    this.monday = mondayOf(await this.clock.today());
    this.cast = await Cast.gather();
  }

  /** @param n days after the Monday the story begins on */
  day(n: number): string {
    return addDays(this.monday, n);
  }

  async end(): Promise<void> {
    await this.cast?.close();
    await this.clock?.release();
    await this.post?.stop();
  }
}
