import type { Category } from './categories.js';
import { disposal } from './disposal.js';
import type { EpisodeFacts, Facts, Instant, Request } from './facts.js';
import { indexAnswer } from './index-answer.js';
import { allow, best, deny, hide, limited, refuse, strictest, type Outcome } from './outcome.js';
import type { Purpose } from './purposes.js';
import { isOnly, questionOf, type Question } from './question.js';
import { isCeilingRole, isFamilyRole } from './roles.js';
import { sendByConsent, sendForSafeguarding } from './sending.js';
import { noStanding, standingsOf, type Standing } from './standing.js';
import { actorGate } from './steps/01-actor.js';
import { purposeGate } from './steps/02-purpose.js';
import { block, record } from './steps/03-record.js';
import { shielding } from './steps/04-shield.js';
import { aggregate, ceilingBeforeRecord, underCeiling } from './steps/05-ceiling.js';
import { rightsPath } from './steps/06-family.js';
import { ownContribution } from './steps/07-own.js';
import { withoutRelation } from './steps/08-relation.js';
import { phaseOf, type RowView } from './steps/09-phase.js';
import { judgeByConsent } from './steps/10-14-consent.js';
import { raise } from './steps/15-raise.js';
import { throughChannel } from './steps/16-channel.js';

/** The order of rule 6.4. Each line is a step; a refusal of the first ones ends it. */
export function judge(facts: Facts, request: Request, now: Instant): Outcome {
  const stopped = actorGate(facts, request, now);
  if (stopped) return stopped;
  const gate = purposeGate(facts, request);
  if ('refused' in gate) return gate.refused;
  const ceiling = ceilingBeforeRecord(facts, request, now);
  if (ceiling) return ceiling;
  const outcome = onRecord(facts, request, gate.purpose, now);
  return throughChannel({ request }, request.action === 'write' ? asWrite(outcome) : outcome);
}

function onRecord(facts: Facts, request: Request, purpose: Purpose, now: Instant): Outcome {
  const { episode } = facts;
  if (episode === null) return withoutRecord(facts, request);
  const ask = (each: EpisodeFacts): Outcome => onEpisode(questionOf(facts, each, request, purpose, now));
  if (episode.state !== 'MERGED') return strictest([episode, ...episode.mergedFrom].map(ask));
  if (episode.mergedInto === null) return hide(['R03_MERGED']);
  const { mergedInto } = episode;
  return strictest([episode, mergedInto, ...mergedInto.mergedFrom].map(ask));
}

/** No record to look at: figures, something new of one's own, or a reference that leads nowhere. */
function withoutRecord({ actor }: Facts, request: Request): Outcome {
  if (isOnly(request.item, 'AGG')) return aggregate({ actor });
  const own = request.action === 'write' && request.item.authorId === actor.userId;
  if (own && !isFamilyRole(actor.role) && !isCeilingRole(actor.role))
    return allow(['R19_OWN'], ['item:author']);
  return hide(['R03_MISSING']);
}

function onEpisode(question: Question): Outcome {
  const { request, item } = question;
  const blocked = block(question);
  if (blocked) return blocked;
  if (isOnly(item, 'AGG')) return aggregate(question);
  if (request.action === 'dispose') return disposal(question);
  const closedOff = record(question);
  if (closedOff) return closedOff;
  if (request.action === 'index') return indexAnswer(question);
  if (request.action !== 'send') return view(question);
  return question.purpose === 'SAFEGUARD'
    ? sendForSafeguarding(question)
    : sendByConsent(question, view(question));
}

/** Every relation judged by itself over all the item's categories: the best relation, never a mix. */
function view(question: Question): Outcome {
  const { actor } = question;
  const alone = isCeilingRole(actor.role) || isFamilyRole(actor.role);
  const standings = alone ? [noStanding(question)] : standingsOf(question);
  return best(
    standings.map((standing) =>
      strictest(question.item.categories.map((category) => viewCategory(question, category, standing))),
    ),
  );
}

function viewCategory(question: Question, category: Category, standing: Standing): Outcome {
  const shield = shielding(question, category);
  const { role } = question.actor;
  const raisable = !isCeilingRole(role) && !isFamilyRole(role);
  const base = shield === 'HIDE' ? hide(['R04_SHIELD']) : bare(question, category, standing);
  const capped = shield === 'STUB' ? strictest([base, limited('STUB', ['R04_STUB'], standing.bases)]) : base;
  return raisable ? raise(question, category, capped, shield !== 'NONE') : capped;
}

/** Steps 5 to 14. */
function bare(question: Question, category: Category, standing: Standing): Outcome {
  const { role } = question.actor;
  if (category === 'AGG') return aggregate(question);
  if (isCeilingRole(role)) return underCeiling(question, category);
  if (isFamilyRole(role)) return rightsPath(question, category);
  const own = ownContribution(question, category, standing);
  if (own) return own;
  if (standing.kind === 'NONE') return withoutRelation(question, category);
  const phase = phaseOf(question, standing);
  if (phase.views.length === 0) return refuse(category, phase.reasons);
  return best(phase.views.map((view) => throughView(question, category, standing, view)));
}

function throughView(question: Question, category: Category, standing: Standing, view: RowView): Outcome {
  const outcome = judgeByConsent({ ...question, episode: view.episode }, category, standing, view.asOf);
  if (!view.readOnly || outcome.effect !== 'ALLOW') return outcome;
  return { ...outcome, readOnly: true, reasons: [...outcome.reasons, ...view.reasons] };
}

/** What may be seen but not changed may not be written; what is hidden stays hidden. */
function asWrite(outcome: Outcome): Outcome {
  const seen = outcome.effect === 'ALLOW' || outcome.effect === 'LIMITED';
  if (!seen || (outcome.effect === 'ALLOW' && !outcome.readOnly)) return outcome;
  return deny(['R20_READ_ONLY', ...outcome.reasons]);
}
