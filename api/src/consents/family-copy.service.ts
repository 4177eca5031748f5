import { Injectable } from '@nestjs/common';
import { familyCopy, type FamilyCopyView } from '@encircle/shared/consents';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden, notFound } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import { actsOf, familyOf, peopleOf } from './persistence/agreements.repository.js';
import { contactOf, receivedBy, standingLines } from './persistence/copy.repository.js';

/** What somebody agreed to, in plain words to take home: for whoever writes it down, and for the one who said it. */
@Injectable()
export class FamilyCopyService {
  constructor(private readonly gate: AgreementGate) {}

  /** @throws 403 for a team member who may read agreement but not write it down; 404 when this person said nothing */
  async copy(ctx: AccessContext, episodeId: string, giver: string | undefined): Promise<FamilyCopyView> {
    const facts = await this.gate.read(ctx, episodeId);
    const own = ctx.actor.agencyId === null ? ctx.actor.personId : null;
    if (own === null && !this.gate.mayRecord(ctx, facts)) throw forbidden('R05_RELATION');
    if (own !== null && giver !== undefined && giver !== own) throw notFound();
    const acts = await actsOf(ctx.uow, episodeId);
    const giverId = own ?? giver ?? acts[0]?.giverPersonId;
    if (giverId === undefined || !acts.some((act) => act.giverPersonId === giverId)) throw notFound();
    const view = await this.write(ctx, facts, giverId);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((subject) => subject.personId),
      basis: [`person:${giverId}`],
    });
    return view;
  }

  private async write(ctx: AccessContext, facts: EpisodeFacts, giverId: string): Promise<FamilyCopyView> {
    const lines = await standingLines(ctx.uow, facts.id, giverId);
    const childId = lines[0]?.subjectId ?? facts.subjects[0]?.personId ?? '';
    const names = await this.names(ctx, facts, [giverId, childId]);
    const own = giverId === childId;
    const [giver, child] = [names.get(giverId) ?? '', names.get(childId) ?? ''];
    const sections = familyCopy({
      giver,
      child,
      own,
      lines: lines.map((line) => ({ ...line, aboutGiver: line.aboutPersonId === giverId })),
      received: await receivedBy(ctx.uow, facts.id, lines),
      contact: await contactOf(ctx.uow, facts.id),
    });
    const title = own
      ? `What you are happy for us to share, ${giver}`
      : `What you are happy for us to share about ${child}`;
    return { giverPersonId: giverId, title, date: ctx.today, sections };
  }

  private async names(
    ctx: AccessContext,
    facts: EpisodeFacts,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const children = facts.subjects.map((subject) => subject.personId);
    const family = await familyOf(ctx.uow, facts.id, children);
    const people = await peopleOf(ctx.uow, [...ids]);
    return new Map([
      ...family.map((each) => [each.personId, each.chosenName] as const),
      ...people.map(
        (each) => [each.id, each.preferredName ?? each.givenNames ?? each.familyName ?? 'your baby'] as const,
      ),
    ]);
  }
}
