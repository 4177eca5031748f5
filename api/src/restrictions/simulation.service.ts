import { Injectable } from '@nestjs/common';
import type { ActorFacts, EpisodeFacts } from '@encircle/shared/policy';
import type { AskSimulation, SimulationView } from '@encircle/shared/restrictions';
import { asOf, simulate, usualPurpose } from './domain/simulate.js';
import { episodeOfRef } from './persistence/blocks.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';

interface Found {
  facts: EpisodeFacts | null;
  actor: (ActorFacts & { fullName: string; agencyName: string | null }) | null;
  state: string | null;
}

/** The officer asks what the policy would have answered somebody else: reasons, never content, and written down itself. */
@Injectable()
export class SimulationService {
  async ask(ctx: AccessContext, body: AskSimulation): Promise<SimulationView> {
    if (ctx.who.role !== 'IGO') throw forbidden('RESTRICTIONS_NOT_YOURS');
    const at = body.at === undefined ? ctx.now : instantOf(body.at);
    if (at > ctx.now) throw invalid({ at: ['Choose a moment that has passed'] });
    const episodeId = await episodeOfRef(ctx, body.ref.toUpperCase());
    if (episodeId === null) throw invalid({ ref: ['No case has this reference'] });
    const found = await ctx.uow.one<Found>(
      `select sec.simulated_facts($1, $2, $3) as facts, sec.simulated_actor($2, $3) as actor, sec.state_at($1, $3) as state`,
      [episodeId, body.userId, at],
    );
    if (!found?.facts) throw invalid({ ref: ['No case has this reference'] });
    if (!found.actor) throw invalid({ userId: ['This person had no work here at that time'] });
    if (found.state === null) throw invalid({ at: ['There was no such case yet'] });
    const { fullName, agencyName, ...actor } = found.actor;
    const purpose = body.purpose ?? usualPurpose(actor.role);
    const facts = asOf(found.facts, at, found.state);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['LOG'],
      basis: [`role:${ctx.who.role}`, body.userId],
      fields: ['userId', 'at'],
    });
    return {
      worker: fullName,
      agency: agencyName,
      role: actor.role,
      ref: body.ref.toUpperCase(),
      at,
      purpose: purpose ?? '',
      state: facts.state,
      children: simulate({ ...actor, assurance: 'HARDWARE' }, facts, purpose, at),
    };
  }
}

/** Any way of writing a moment, in the one the facts use. */
function instantOf(written: string): string {
  const time = Date.parse(written);
  if (Number.isNaN(time)) throw invalid({ at: ['Enter a day and time'] });
  return new Date(time).toISOString();
}
