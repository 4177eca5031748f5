import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarFeedMade, CalendarFeedView } from '@encircle/shared/notices';
import type { AccessRule } from '#api/access/access.decorator.js';
import { AccessContext } from '#api/access/access-context.js';
import { askerOf } from '#api/access/asker.js';
import { askCeiling } from '#api/access/ceiling.js';
import { MeetingNoticesService } from '#api/meetings/meeting-notices.service.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DomainError, notFound } from '#api/platform/errors/domain-error.js';
import { feedCalendar, type FeedMeeting } from './feed-calendar.js';
import { comingMeetings, dropFeed, feedSince, keepFeed } from './persistence/calendar-feeds.repository.js';
import { FeedEntry } from './persistence/feed-entry.js';

const FETCHED: AccessRule = {
  permission: 'calendar-feed.fetched',
  ceiling: ['read', 'meeting'],
  audited: true,
};
/** Addresses that are nobody's cost this many tries an hour; then the wait doubles from one second. */
const FREE_GUESSES = 60;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

interface Read {
  text: string;
  episodeIds: string[];
}

/**
 * One's own meetings in one's own calendar program (J3). The address is a secret like a password: it is shown once, kept as
 * what it hashes to, and read anew as its owner at every fetch, so that what ended is gone at the next one.
 */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly entry: FeedEntry,
    private readonly meetings: MeetingNoticesService,
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
  ) {}

  async view(ctx: AccessContext): Promise<CalendarFeedView> {
    const madeAt = await feedSince(ctx);
    return { active: madeAt !== null, madeAt };
  }

  async make(ctx: AccessContext): Promise<CalendarFeedMade> {
    const token = randomBytes(32).toString('base64url');
    await keepFeed(ctx, sha256(token));
    await ctx.audit({ basis: [`role:${ctx.who.role}`] });
    return { address: `${this.settings.publicUrl}/api/calendar/${token}.ics` };
  }

  async drop(ctx: AccessContext): Promise<void> {
    await dropFeed(ctx);
    await ctx.audit({ basis: [`role:${ctx.who.role}`] });
  }

  /** @throws 404 for an address that is nobody's, and for one whose owner may not read meetings any more */
  async fetch(file: string, from: string, requestId: string): Promise<string> {
    const origin = sha256(`calendar-feed ${from}`);
    const wait = await this.entry.wait(origin);
    if (wait > 0) throw new DomainError('LINK_WAIT', 429, { data: { seconds: Math.ceil(wait) } });
    const hash = sha256(file.replace(/\.ics$/, ''));
    const read = await this.entry.as(hash, (uow) => this.read(uow, requestId));
    if (read === null) {
      await this.entry.guessed(origin, FREE_GUESSES);
      throw notFound();
    }
    await this.entry.writeDown(hash, read.episodeIds, requestId);
    return read.text;
  }

  private async read(uow: UnitOfWork, requestId: string): Promise<Read | null> {
    try {
      askCeiling(askerOf(uow.entered), FETCHED);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
    const ctx = AccessContext.for(uow, FETCHED.permission, requestId);
    const shown: FeedMeeting[] = [];
    const episodeIds: string[] = [];
    for (const { id, episodeId, ref } of await comingMeetings(uow)) {
      const meeting = await this.decided(ctx, id);
      if (meeting === null) continue;
      shown.push({ ...meeting, ref, link: `${this.settings.publicUrl}/meetings/${id}` });
      episodeIds.push(episodeId);
    }
    const domain = this.settings.mailFrom.split('@')[1] ?? 'encircle';
    return { text: feedCalendar(shown, domain), episodeIds };
  }

  private async decided(ctx: AccessContext, id: string): Promise<Omit<FeedMeeting, 'ref' | 'link'> | null> {
    try {
      return (await this.meetings.toldOf(ctx, 'meeting.invited', id))?.calendar ?? null;
    } catch (error) {
      if (error instanceof DomainError && (error.status === 404 || error.status === 403)) return null;
      throw error;
    }
  }
}
