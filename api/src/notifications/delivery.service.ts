import { Inject, Injectable } from '@nestjs/common';
import {
  referenceOf,
  topicOf,
  TOPICS,
  USUAL_CHOICE,
  type TopicName,
  type TopicRow,
} from '@encircle/shared/notices';
import { AccessContext } from '#api/access/access-context.js';
import type { BackgroundWork } from '#api/platform/background/background-loop.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { Logger } from '#api/platform/logging/logger.js';
import { calendarFile } from './calendar-file.js';
import { digestMail, noticeMail, type MailText } from './domain/mail-words.js';
import { MAIL_TRANSPORT, MailFailure, type Mail, type MailTransport } from './mail-transport.js';
import type { Notice } from './domain/notice.js';
import { NoticeGateService, type Allowed } from './notice-gate.service.js';
import { Deliveries, isNotHeld, type Delivery } from './persistence/deliveries.js';

const DIGEST = 'digest.daily';
const AT_A_TIME = 10;
/** Longer than a mail server is waited for, for all of them: nobody else takes what this worker still holds. */
const HOLD_SECONDS = 300;
const DIGESTS_EVERY_MS = 60_000;

/**
 * The worker of the outbox. An entry is taken, decided again as its recipient, and handed over; only then is it done. A
 * worker that dies in between lets another one take it, and the mail that goes out twice has one Message-ID.
 */
@Injectable()
export class DeliveryService implements BackgroundWork {
  readonly name = 'outbox';
  readonly restMs = 2_000;
  private digestsLookedAt = 0;

  constructor(
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    private readonly gate: NoticeGateService,
    private readonly deliveries: Deliveries,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<boolean> {
    const elapsed = performance.now() - this.digestsLookedAt;
    if (this.digestsLookedAt === 0 || elapsed > DIGESTS_EVERY_MS) {
      this.digestsLookedAt = performance.now();
      await this.deliveries.queueByRule();
    }
    const taken = await this.deliveries.claim([...Object.keys(TOPICS), DIGEST], AT_A_TIME, HOLD_SECONDS);
    for (const entry of taken) await this.deliver(entry);
    return taken.length === AT_A_TIME;
  }

  private async deliver(entry: Delivery): Promise<void> {
    try {
      await (entry.topic === DIGEST ? this.digest(entry) : this.one(entry));
    } catch (error) {
      // Somebody else holds it by now, or will: what became of it is theirs to say.
      if (isNotHeld(error)) return;
      if (!(error instanceof MailFailure)) this.logger.error(error, { route: 'background:outbox' });
      await this.deliveries.fail(entry, error instanceof MailFailure ? error.code : 'PROGRAM');
    }
  }

  private async one(entry: Delivery): Promise<void> {
    const { kind, path, outside = false }: TopicRow = topicOf(entry.topic) ?? TOPICS['lead.asked'];
    const allowed = await this.deliveries.as(entry, (uow) =>
      this.gate.may(AccessContext.for(uow, 'notice.delivered', entry.id), entry),
    );
    if (allowed === null) return this.deliveries.finish(entry, 'HELD_BACK');
    const choice = outside ? 'EACH' : (entry.choices[kind] ?? USUAL_CHOICE[kind]);
    if (choice === 'NONE' || this.transport.kind === 'NONE') return this.deliveries.finish(entry, 'IN_APP');
    if (choice === 'DAILY') return this.deliveries.finish(entry, 'FOR_DIGEST');
    const link = this.settings.publicUrl + (allowed.letter?.path ?? path(entry.payload, entry.episodeId));
    const ref = entry.ref ?? referenceOf(entry.payload);
    const text = noticeMail(entry.topic as TopicName, ref, link, outside);
    const to = { ...entry, address: allowed.letter?.address ?? entry.address };
    await this.transport.send(this.mail(to, text, this.calendar(to, allowed, link)));
    await this.deliveries.finish(entry, 'SENT', allowed.bases);
  }

  /** One mail for what came since the last one: what may not be told any more is not even counted. */
  private async digest(entry: Delivery): Promise<void> {
    const parts = await this.deliveries.digestParts(entry);
    const told = await this.deliveries.as(entry, async (uow) => {
      const ctx = AccessContext.for(uow, 'notice.delivered', entry.id);
      const kept: Notice[] = [];
      for (const part of parts) if ((await this.gate.may(ctx, part)) !== null) kept.push(part);
      return kept;
    });
    if (told === null || told.length === 0) return this.deliveries.finish(entry, 'EMPTY');
    await this.transport.send(
      this.mail(entry, digestMail(told.length, `${this.settings.publicUrl}/notices`), null),
    );
    await this.deliveries.finish(entry, 'SENT');
  }

  private calendar({ ref, address }: Delivery, { calendar }: Allowed, link: string): Mail['calendar'] {
    if (calendar === null) return null;
    return calendarFile(calendar, { ref, link, to: address, from: this.settings.mailFrom });
  }

  private mail({ id, recipientId, address }: Delivery, text: MailText, calendar: Mail['calendar']): Mail {
    const domain = this.settings.mailFrom.split('@')[1] ?? 'encircle';
    return { messageId: `<${id}@${domain}>`, recipientId, to: address, ...text, calendar };
  }
}
