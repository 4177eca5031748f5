import {
  answerTo,
  type PersonOfFamily,
  type RecordRequestView,
  type RequestCard,
} from '@encircle/shared/record-requests';
import { ageOn } from '@encircle/shared/dates';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { RequestRow } from './request-row.js';

const DECIDES_AT = 16;

/** From 16, or when found able to decide something alone, a young person decides about their record (rules 6.3 and 6.11). */
export function childDecides(
  facts: EpisodeFacts,
  row: Pick<RequestRow, 'childId' | 'forPersonId' | 'capacity'>,
  at: { today: string; now: string },
): boolean {
  if (row.capacity === 'COURT' || row.forPersonId === row.childId) return false;
  const born = facts.subjects.find(({ personId }) => personId === row.childId)?.dob ?? null;
  if (born !== null && ageOn(born, at.today) >= DECIDES_AT) return true;
  return facts.competence.some(
    (each) =>
      each.personId === row.childId &&
      each.competent &&
      each.from <= at.now &&
      (each.to === null || at.now < each.to),
  );
}

export function cardOf(row: RequestRow, today: string): RequestCard {
  const over = row.status === 'SENT' || row.status === 'REFUSED';
  return {
    id: row.id,
    reference: row.reference,
    episodeRef: row.episodeRef,
    kind: row.kind,
    status: row.status,
    receivedOn: row.receivedOn,
    dueOn: row.dueOn,
    overdue: !over && row.dueOn !== null && row.dueOn < today,
  };
}

interface Around {
  today: string;
  me: string;
  decides: boolean;
  family: PersonOfFamily[];
}

export const viewOf = (row: RequestRow, { today, me, decides, family }: Around): RecordRequestView => ({
  ...cardOf(row, today),
  family,
  forPersonId: row.forPersonId,
  version: row.version,
  episodeId: row.episodeId,
  child: row.child,
  requester: row.requester,
  capacity: row.capacity,
  forPerson: row.forPerson,
  identityProvenOn: row.identityProvenOn,
  identityHow: row.identityHow,
  extendedBy: row.extendedBy,
  extensionReason: row.extensionReason,
  childDecides: decides,
  childAnswer: row.childAnswer,
  childWords: row.childWords,
  refusalGround: row.refusalGround,
  reason: row.reason,
  answer: answerTo(row.refusalGround),
  packedBy: row.packedBy,
  checkedBy: row.checkedBy,
  sentOn: row.sentOn,
  sentHow: row.sentHow,
  proof: row.proof,
  mayCheck: row.status === 'PACKED' && row.packedById !== me,
});
