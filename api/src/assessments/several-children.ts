import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SaveSection } from '@encircle/shared/assessments';
import { saidOfSeveral, type FormSection } from '@encircle/shared/forms';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { childName, type Opened } from './assessment-reader.js';
import {
  addPart,
  changePart,
  ownPart,
  tiePart,
  type PartPlace,
  type StoredPart,
} from './persistence/assessments.repository.js';
import type { CaseChild } from './persistence/people-of-case.repository.js';

/** In a family record, what is about parents and home is written once and said of several children (rule 3.11). */
@Injectable()
export class SeveralChildren {
  constructor(private readonly access: AccessService) {}

  /** The same words of other children of the family: each has a row, under that child's own agreement (rule 3.11). */
  async say(ctx: AccessContext, opened: Opened, section: FormSection, body: SaveSection): Promise<void> {
    const others = othersMeant(opened, section, body);
    if (!saidOfSeveral(section) || opened.children.length === 1) return;
    for (const part of body.parts.filter(({ category }) => category !== 'PRIVATE')) {
      const place = (subjectId: string): PartPlace => ({
        assessmentId: opened.stored.id,
        episodeId: opened.stored.episodeId,
        section: section.key,
        category: part.category,
        subjectId,
        aboutPersonId: part.aboutPersonId ?? null,
      });
      const own = await ownPart(ctx, place(opened.child.id));
      if (own === null) continue;
      const together = others.length === 0 ? null : (own.togetherId ?? randomUUID());
      await this.leaveTheRest(ctx, opened, place, own, others);
      await tiePart(ctx, own.id, together);
      for (const child of others) {
        this.access.demand(ctx, opened.facts, 'write', {
          subjectId: child.id,
          aboutPersonId: part.aboutPersonId ?? null,
          categories: [part.category],
          authorId: ctx.userId,
          sourceAgencyId: ctx.agencyId,
        });
        const theirs = await ownPart(ctx, place(child.id));
        if (theirs === null) await addPart(ctx, place(child.id), part.answers);
        else if (theirs.togetherId !== null && theirs.togetherId === own.togetherId)
          await changePart(ctx, theirs.id, theirs.version, part.answers);
        else if (!isSame(theirs.answers, part.answers) && Object.keys(theirs.answers).length > 0)
          throw invalid({
            appliesTo: [
              `There are other words about ${childName(child)} here. Open them, or take the tick away`,
            ],
          });
        const tied = await ownPart(ctx, place(child.id));
        if (tied) await tiePart(ctx, tied.id, together);
      }
    }
  }

  /** Who was among them and is no longer keeps the words, on their own. */
  private async leaveTheRest(
    ctx: AccessContext,
    opened: Opened,
    place: (subjectId: string) => PartPlace,
    own: StoredPart,
    others: readonly CaseChild[],
  ): Promise<void> {
    if (own.togetherId === null) return;
    const meant = new Set([opened.child.id, ...others.map(({ id }) => id)]);
    for (const child of opened.children.filter(({ id }) => !meant.has(id))) {
      const theirs = await ownPart(ctx, place(child.id));
      if (theirs?.togetherId === own.togetherId) await tiePart(ctx, theirs.id, null);
    }
  }
}

/** @throws 400 appliesTo for a section that is about one child, or a child who is not of this record */
function othersMeant(opened: Opened, section: FormSection, { appliesTo }: SaveSection): CaseChild[] {
  if (appliesTo === undefined) return [];
  const wrong = (words: string): Error => invalid({ appliesTo: [words] });
  if (!saidOfSeveral(section))
    throw wrong('Only what is about parents and home can be said of several children');
  if (!appliesTo.includes(opened.child.id)) throw wrong('This child is among them');
  const others = opened.children.filter(({ id }) => id !== opened.child.id && appliesTo.includes(id));
  if (others.length !== appliesTo.length - 1) throw wrong('Choose the children of this record');
  return others;
}

const isSame = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
