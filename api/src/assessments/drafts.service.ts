import { Injectable } from '@nestjs/common';
import {
  DRAFT_FORMS,
  type DraftForm,
  type DraftSavedView,
  type DraftView,
  type SaveDraft,
} from '@encircle/shared/assessments';
import type { AccessContext } from '#api/access/access-context.js';
import { notFound } from '#api/platform/errors/domain-error.js';
import type { DraftPlace } from './domain/sealed-draft.js';
import { DraftCipher } from './draft-cipher.service.js';
import { draftAt, dropDraft, episodeBehind, keepDraft } from './persistence/drafts.repository.js';

const SECTION = /^[A-Za-z0-9_.-]{1,80}$/;

/**
 * What was typed and not yet saved, for its author alone. Written down once when a draft is opened and once when it is
 * submitted or thrown away, never for each save: saves come every second.
 */
@Injectable()
export class DraftsService {
  constructor(private readonly cipher: DraftCipher) {}

  async read(ctx: AccessContext, form: string, recordId: string, section: string): Promise<DraftView> {
    const place = placeOf(ctx, form, recordId, section);
    const stored = await draftAt(ctx.uow, place);
    if (!stored) return { found: false, content: null, baseVersion: 0, savedAt: null };
    const { baseVersion, savedAt } = stored;
    return { found: true, content: this.cipher.open(place, stored), baseVersion, savedAt };
  }

  async save(
    ctx: AccessContext,
    form: string,
    recordId: string,
    section: string,
    body: SaveDraft,
  ): Promise<DraftSavedView> {
    const place = placeOf(ctx, form, recordId, section);
    const episodeId = await this.episodeOf(ctx, place);
    const { first, savedAt } = await keepDraft(
      ctx.uow,
      place,
      this.cipher.seal(place, body.content),
      body.baseVersion,
    );
    if (first) await this.audited(ctx, 'draft.opened', place, episodeId);
    return { savedAt };
  }

  async discard(ctx: AccessContext, form: string, recordId: string, section: string): Promise<DraftView> {
    const place = placeOf(ctx, form, recordId, section);
    if (await dropDraft(ctx.uow, place))
      await this.audited(ctx, 'draft.discarded', place, await this.episodeOf(ctx, place).catch(() => null));
    return { found: false, content: null, baseVersion: 0, savedAt: null };
  }

  /** For the use case that stores what the draft held: the draft ends with it, in its transaction. */
  async submitted(
    ctx: AccessContext,
    form: DraftForm,
    recordId: string,
    section: string,
    episodeId: string | null,
  ): Promise<void> {
    const place = placeOf(ctx, form, recordId, section);
    if (await dropDraft(ctx.uow, place)) await this.audited(ctx, 'draft.submitted', place, episodeId);
  }

  private async episodeOf(ctx: AccessContext, place: DraftPlace): Promise<string | null> {
    const kind = DRAFT_FORMS[place.form as DraftForm];
    if (kind === 'self') {
      if (place.recordId !== ctx.userId) throw notFound();
      return null;
    }
    const episodeId = await episodeBehind(ctx.uow, kind, place.recordId);
    if (episodeId === null) throw notFound();
    return episodeId;
  }

  private audited(
    ctx: AccessContext,
    action: string,
    place: DraftPlace,
    episodeId: string | null,
  ): Promise<void> {
    return ctx.audit({ action, episodeId, fields: [`${place.form}.${place.section}`] });
  }
}

function placeOf(ctx: AccessContext, form: string, recordId: string, section: string): DraftPlace {
  if (!Object.hasOwn(DRAFT_FORMS, form) || !SECTION.test(section)) throw notFound();
  return { userId: ctx.userId, form, recordId, section };
}
