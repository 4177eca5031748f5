import { fullName } from '@encircle/shared/names';
import {
  decide,
  DEFAULT_SETTINGS,
  type Decision,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import type { IndexAnswerView, IndexRowView } from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import type { IndexMatch } from './found.js';

export interface Judged {
  match: IndexMatch;
  decision: Decision;
}

/** A record of nobody: judged when nothing was found, so that finding nothing takes the same work. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NO_RECORD: EpisodeFacts = {
  id: NOBODY,
  state: 'PLAN_ACTIVE',
  closedAt: null,
  withdrawnAt: null,
  legalHold: false,
  seals: [],
  shields: [],
  blocks: [],
  edges: [],
  subjects: [{ personId: NOBODY, dob: '2000-01-01', kind: 'CHILD' }],
  relatives: [],
  consents: [],
  sensitiveLines: [],
  competence: [],
  disclosures: [],
  breakGlass: [],
  courtOrders: [],
  mergedInto: null,
  mergedFrom: [],
};

/** The policy's answer to each match (rule R17). */
export function judgeMatches(ctx: AccessContext, matches: readonly IndexMatch[]): Judged[] {
  if (matches.length === 0) judge(ctx, NO_RECORD, NOBODY);
  return matches.map((match) => ({ match, decision: judge(ctx, match.facts, match.subjectId) }));
}

function judge(ctx: AccessContext, facts: EpisodeFacts, subjectId: string): Decision {
  return decide(
    { actor: ctx.actor, episode: facts, settings: DEFAULT_SETTINGS },
    {
      purpose: ctx.who.purpose as Purpose,
      action: 'index',
      channel: 'screen',
      reasonId: ctx.who.reason,
      item: {
        subjectId,
        aboutPersonId: null,
        categories: ['INVOLVE'],
        sourceAgencyId: null,
        authorId: null,
        namedWorkerIds: [],
        recordedAt: null,
      },
    },
    ctx.now,
  );
}

/** One answer for all matches: the most that may be said of any. Nothing found and nothing to be said are the same. */
export function indexAnswerOf(judged: readonly Judged[], mayBreakGlass: boolean): IndexAnswerView {
  const told = judged.filter(({ decision }) => decision.effect === 'LIMITED');
  const [first] = told;
  const named = told.find(({ match, decision }) => decision.what === 'INDEX_MATCH_LP' && match.lead !== null);
  return {
    answer: told.length > 0 ? 'MAY_EXIST' : 'NO_RECORD',
    matchedOn: [...new Set(told.flatMap(({ match }) => match.keys))].sort(),
    leadProfessional: named?.match.lead ?? null,
    rows: told.flatMap(({ match, decision }) => (decision.what === 'INDEX_ROW' ? rowOf(match) : [])),
    emergency:
      mayBreakGlass && first ? { episodeId: first.match.facts.id, subjectId: first.match.subjectId } : null,
  };
}

function rowOf({ facts, row, lead }: IndexMatch): IndexRowView[] {
  if (row === null) return [];
  return [
    {
      episodeId: facts.id,
      reference: row.ref,
      fullName: fullName(row),
      dateOfBirth: row.dateOfBirth,
      state: facts.state,
      leadProfessional: lead,
    },
  ];
}
