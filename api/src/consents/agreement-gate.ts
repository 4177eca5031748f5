import { Injectable } from '@nestjs/common';
import type { Edge, EpisodeFacts, EpisodeState } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, notFound } from '#api/platform/errors/domain-error.js';

const READS: readonly Edge['kind'][] = [
  'AUTHOR',
  'LP',
  'TACM',
  'CAFC_TASK',
  'AUDIT',
  'IGO_TASK',
  'MASH_CONCERN',
];
const TEAM: readonly Edge['kind'][] = ['AUTHOR', 'LP', 'TACM'];
const RECORDS: readonly Edge['kind'][] = ['AUTHOR', 'LP', 'CAFC_TASK'];
const WITHDRAWS: readonly Edge['kind'][] = ['AUTHOR', 'LP', 'TACM', 'CAFC_TASK'];
const OVER: readonly EpisodeState[] = ['CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED'];

/**
 * Who may see and write a family's agreement (rule 2.3): those at work on the case and their managers, the CAF team,
 * officers with a task, and those of the family for what they gave. It is no kind of information of its own: lines are
 * filtered one by one, and a block, a seal or a shield hides all of it.
 */
@Injectable()
export class AgreementGate {
  constructor(private readonly access: AccessService) {}

  async read(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    this.refuseHidden(ctx, facts);
    if (!this.mayRead(ctx, facts)) throw known(ctx, facts) ? forbidden('R20_FORMER') : notFound();
    return facts;
  }

  /**
   * For looking: whoever may not know who is involved any more, because agreement to their service was refused, ended or
   * taken back, is not shown family and answers either. Who writes agreement down must be able to, whatever it says.
   * @throws 403 with the reason code to somebody on the team
   */
  async look(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.read(ctx, episodeId);
    const family = ctx.actor.agencyId === null;
    if (!family && ctx.actor.role !== 'CAFC' && !has(ctx, facts, RECORDS))
      this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    return facts;
  }

  /** @throws 409 EPISODE_OVER when support has ended, 403 for a team member who may read but not record */
  async record(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.read(ctx, episodeId);
    if (!has(ctx, facts, RECORDS)) throw forbidden('R05_RELATION');
    if (OVER.includes(facts.state)) throw new DomainError('EPISODE_OVER', 409);
    return facts;
  }

  /** As easy as giving (rule 6.10): anyone on the team who is told, the CAF team, and the giver in person. */
  async withdraw(ctx: AccessContext, episodeId: string, giverId: string): Promise<EpisodeFacts> {
    const facts = await this.read(ctx, episodeId);
    const own = ctx.actor.personId !== null && ctx.actor.personId === giverId;
    if (!own && !this.mayWithdraw(ctx, facts)) throw forbidden('R05_RELATION');
    return facts;
  }

  /** For those at work on the case, whoever answers for them, and the family: not the index, not an officer's task. */
  async stand(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.read(ctx, episodeId);
    const family = ctx.actor.agencyId === null;
    if (!family && !this.isOnTeam(ctx, facts) && !this.managesTeam(ctx, facts)) throw notFound();
    return facts;
  }

  isOnTeam(ctx: AccessContext, facts: EpisodeFacts): boolean {
    return has(ctx, facts, TEAM);
  }

  mayRecord(ctx: AccessContext, facts: EpisodeFacts): boolean {
    return !OVER.includes(facts.state) && has(ctx, facts, RECORDS);
  }

  mayWithdraw(ctx: AccessContext, facts: EpisodeFacts): boolean {
    return ctx.actor.role === 'CAFC' || has(ctx, facts, WITHDRAWS);
  }

  private mayRead(ctx: AccessContext, facts: EpisodeFacts): boolean {
    const { role, personId, agencyId } = ctx.actor;
    if (personId !== null && agencyId === null)
      return (
        facts.subjects.some((subject) => subject.personId === personId) ||
        facts.consents.some((line) => line.giverId === personId)
      );
    if (role === 'CAFC' || has(ctx, facts, READS)) return true;
    return this.managesTeam(ctx, facts);
  }

  private managesTeam(ctx: AccessContext, facts: EpisodeFacts): boolean {
    const { role, agencyId } = ctx.actor;
    return (
      role === 'AMGR' &&
      facts.edges.some((edge) => edge.agencyId === agencyId && isTeam(edge) && live(ctx, edge))
    );
  }

  /** A block, a seal, a shield or an archive, as the policy finds them for something of the asker's own. */
  private refuseHidden(ctx: AccessContext, facts: EpisodeFacts): void {
    const own = { categories: ['INVOLVE'] as const, authorId: ctx.userId };
    for (const { personId } of facts.subjects) {
      const { effect, reasons } = this.access.decide(ctx, facts, 'read', { ...own, subjectId: personId });
      const hidden = reasons.some((reason) => /^(R21|R04|R03)_/.test(reason));
      if (effect === 'DENY_HIDE' && hidden) throw notFound();
    }
  }
}

function has(ctx: AccessContext, facts: EpisodeFacts, kinds: readonly Edge['kind'][]): boolean {
  return facts.edges.some(
    (edge) => edge.userId === ctx.userId && kinds.includes(edge.kind) && live(ctx, edge),
  );
}

/** Was on this case once: may know that it is, and that the place has ended. */
function known(ctx: AccessContext, facts: EpisodeFacts): boolean {
  return facts.edges.some((edge) => edge.userId === ctx.userId && isTeam(edge));
}

function isTeam({ kind }: Edge): boolean {
  return kind === 'AUTHOR' || kind === 'LP' || kind === 'TACM';
}

function live(ctx: AccessContext, edge: Edge): boolean {
  const now = Date.parse(ctx.now);
  return Date.parse(edge.from) <= now && (edge.to === null || now < Date.parse(edge.to));
}
