import { Injectable } from '@nestjs/common';
import {
  NOTICE_KINDS,
  referenceOf,
  topicOf,
  USUAL_CHOICE,
  type NoticeChoice,
  type NoticeChoices,
  type NoticeList,
  type NoticeView,
} from '@encircle/shared/notices';
import type { AccessContext } from '#api/access/access-context.js';
import { NoticeGateService } from './notice-gate.service.js';
import { choicesOf, choose, markRead, noticesOf } from './persistence/notices.repository.js';

const SHOWN = 30;

/** What somebody was told, in the program: each line decided again when it is looked at. */
@Injectable()
export class NoticesService {
  constructor(private readonly gate: NoticeGateService) {}

  async list(ctx: AccessContext): Promise<NoticeList> {
    const items: NoticeView[] = [];
    for (const row of await noticesOf(ctx)) {
      if (items.length === SHOWN) break;
      const topic = topicOf(row.topic);
      if (topic === null || (await this.gate.may(ctx, row)) === null) continue;
      const { id, at, read } = row;
      const ref = row.ref ?? referenceOf(row.payload);
      items.push({ id, topic: row.topic, path: topic.path(row.payload, row.episodeId), ref, at, read });
    }
    return { items, unread: items.filter((each) => !each.read).length };
  }

  async read(ctx: AccessContext, ids: readonly string[]): Promise<NoticeList> {
    await markRead(ctx, ids);
    return this.list(ctx);
  }

  async choices(ctx: AccessContext): Promise<NoticeChoices> {
    const chosen = new Map((await choicesOf(ctx)).map((each) => [each.kind, each.mail]));
    return { items: NOTICE_KINDS.map((kind) => ({ kind, mail: chosen.get(kind) ?? USUAL_CHOICE[kind] })) };
  }

  async choose(ctx: AccessContext, choice: NoticeChoice): Promise<NoticeChoices> {
    await choose(ctx, choice);
    return this.choices(ctx);
  }
}
