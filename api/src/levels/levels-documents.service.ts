import { Injectable } from '@nestjs/common';
import {
  descriptorsOf,
  documentProblems,
  HOUSE_LEVELS,
  LEVEL_AREAS,
  LEVELS_OF_NEED,
  type AddLevelsDocument,
  type LevelArea,
  type LevelsDocument,
  type LevelsDocumentView,
  type LevelsVersionsView,
} from '@encircle/shared/levels';
import type { LevelOfNeed } from '@encircle/shared/codes';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, stale } from '#api/platform/errors/domain-error.js';
import { addDocument, documentInForce, documentsAdded } from './persistence/levels-documents.repository.js';

/** The words by which levels of need are told apart. A version is added, none is changed. */
@Injectable()
export class LevelsDocumentsService {
  inForce(ctx: AccessContext): Promise<LevelsDocument> {
    return documentInForce(ctx.uow);
  }

  async current(ctx: AccessContext): Promise<LevelsDocumentView> {
    return viewOf(await this.inForce(ctx));
  }

  /** What stands beside a level on the case page: the version, and what it calls that level in a few words. */
  async beside(ctx: AccessContext, level: number): Promise<{ thresholdVersion: string; words: string }> {
    const { version, levels } = await this.inForce(ctx);
    return { thresholdVersion: version, words: levels.find((each) => each.level === level)?.short ?? '' };
  }

  async versions(ctx: AccessContext): Promise<LevelsVersionsView> {
    const added = await documentsAdded(ctx.uow);
    const inForce = await this.inForce(ctx);
    const all = [...added, { ...HOUSE_LEVELS, validFrom: null, addedBy: null }];
    return {
      items: all.map((each) => ({
        ...viewOf(each),
        validFrom: each.validFrom,
        addedBy: each.addedBy,
        inForce: each.version === inForce.version,
      })),
    };
  }

  /** @throws 400 naming each wrong field; 409 STALE when somebody added a version in between */
  async add(ctx: AccessContext, body: AddLevelsDocument): Promise<LevelsVersionsView> {
    const problems = documentProblems(body, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const last = Number((await documentsAdded(ctx.uow))[0]?.version ?? HOUSE_LEVELS.version);
    const version = String(last + 1);
    const levels = LEVELS_OF_NEED.flatMap((level) => body.levels.filter((each) => each.level === level));
    const document = { version, levels, descriptors: descriptorsOf(cellsOf(body)) };
    if (body.seen !== last || !(await addDocument(ctx.uow, document, body.validFrom)))
      throw stale({ stored: { version: last } });
    await ctx.audit({ basis: [`levels:${version}`], fields: ['levels', 'descriptors'] });
    return this.versions(ctx);
  }
}

const viewOf = ({ version, levels, descriptors }: LevelsDocument): LevelsDocumentView => ({
  version,
  levels: [...levels],
  descriptors: [...descriptors],
});

function cellsOf({ descriptors }: AddLevelsDocument): Record<LevelArea, Record<LevelOfNeed, string[]>> {
  const textsOf = (area: LevelArea, level: LevelOfNeed): string[] =>
    descriptors.filter((each) => each.area === area && each.level === level).map((each) => each.text);
  const rowOf = (area: LevelArea) =>
    Object.fromEntries(LEVELS_OF_NEED.map((level) => [level, textsOf(area, level)])) as Record<
      LevelOfNeed,
      string[]
    >;
  return Object.fromEntries(LEVEL_AREAS.map((area) => [area, rowOf(area)])) as Record<
    LevelArea,
    Record<LevelOfNeed, string[]>
  >;
}
