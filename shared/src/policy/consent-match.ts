import { isOrdinary, type Category } from './categories.js';
import {
  NO_ANSWER,
  endOfRow,
  isInForce,
  isRefusal,
  startOfRow,
  stateOfGiver,
  type ConsentAnswer,
  type ConsentState,
} from './consent-state.js';
import type { ConsentLine, EpisodeFacts, Instant, Item } from './facts.js';
import { decidesAlone, isCompetent, isEntitled } from './givers.js';
import { latest, millis } from './instants.js';
import { unique } from './outcome.js';
import type { Purpose } from './purposes.js';
import { aboutWhom } from './question.js';

/** Who would receive: a user, and the service the user stands for. A manager receives for the service only. */
export interface ConsentRecipient {
  userId: string | null;
  agencyId: string | null;
}

export interface ConsentQuestion {
  episode: EpisodeFacts;
  item: Item;
  category: Category;
  purpose: Purpose;
  recipient: ConsentRecipient;
  at: Instant;
}

/**
 * What the family has agreed for one recipient, category and purpose at an instant (rule 6.2). Ordinary
 * information is agreed for the subject of the record, sensitive and own data for the person it is about.
 */
export function matchConsent(question: ConsentQuestion): ConsentAnswer {
  const { episode, item, category, at } = question;
  const about = isOrdinary(category) ? item.subjectId : aboutWhom(item);
  const rows = matchingRows(question).filter((row) => row.subjectId === about);
  const entitled = rows.filter((row) => isEntitled(episode, row, category, at));
  const answers = unique(entitled.map((row) => row.giverId)).map((giverId) => ({
    giverId,
    answer: answerOf(
      entitled.filter((row) => row.giverId === giverId),
      question,
    ),
  }));
  if (keepsOwnDataBack(question)) return { state: 'REFUSED', rowIds: [] };
  const own = answers.find(({ giverId }) => giverId === about)?.answer;
  if (own && overrulesParents(question, about, own.state)) return own;
  return together(answers.map(({ answer }) => answer));
}

/** A row of the recipient, specific or general, naming category and purpose. There is no "all services" row. */
function matchingRows({ episode, recipient, category, purpose }: ConsentQuestion): readonly ConsentLine[] {
  return episode.consents.filter(
    (row) => names(row, recipient) && row.categories.includes(category) && row.purposes.includes(purpose),
  );
}

export function names(row: ConsentLine, recipient: ConsentRecipient): boolean {
  const wanted = row.recipientType === 'PERSON' ? recipient.userId : recipient.agencyId;
  return wanted !== null && row.recipientId === wanted;
}

/** One giver's answer: a row naming the person beats a row naming the service. */
function answerOf(rows: readonly ConsentLine[], question: ConsentQuestion): ConsentAnswer {
  const { episode, item, at } = question;
  const state = (type: ConsentLine['recipientType']): ConsentAnswer =>
    stateOfGiver(
      rows.filter((row) => row.recipientType === type),
      episode,
      item.recordedAt,
      at,
    );
  const person = state('PERSON');
  if (person.state === 'GIVEN' || isDecidedAgainst(person, rows, question)) return person;
  return together([person, state('SERVICE')]);
}

/** The end of all agreement is no word about one person: a later row for the service stands. */
function isDecidedAgainst(
  answer: ConsentAnswer,
  rows: readonly ConsentLine[],
  question: ConsentQuestion,
): boolean {
  if (answer.state === 'REFUSED') return true;
  const { withdrawnAt } = question.episode;
  return (
    answer.state === 'WITHDRAWN' &&
    rows.some(
      (row) => row.recipientType === 'PERSON' && row.withdrawnAt !== null && row.withdrawnAt !== withdrawnAt,
    )
  );
}

/** One agreement in force is enough; among the rest a refusal says more than an end (rule 5.5, no. 6). */
const ORDER: readonly ConsentState[] = ['GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'BEFORE', 'NONE'];

function together(answers: readonly ConsentAnswer[]): ConsentAnswer {
  const state = ORDER.find((wanted) => answers.some((answer) => answer.state === wanted));
  const same = answers.filter((answer) => answer.state === state);
  const [first] = same;
  if (first === undefined) return NO_ANSWER;
  const lastDay = same
    .map((answer) => answer.lastDay)
    .sort()
    .at(-1);
  return { state: first.state, rowIds: unique(same.flatMap((answer) => answer.rowIds)), lastDay };
}

/** A competent child's, or a 16 or 17 year old's, own no stands against a parent's yes (rule 5.5, nos. 4 and 5). */
function overrulesParents(
  { episode, category, at }: ConsentQuestion,
  about: string,
  state: ConsentState,
): boolean {
  if (state !== 'REFUSED' && state !== 'WITHDRAWN') return false;
  return decidesAlone(episode, about, category, at) || isCompetent(episode, about, category, at);
}

/** Ordinary information about another adult stays back when that adult, able to decide, said no (rule 6.2). */
function keepsOwnDataBack(question: ConsentQuestion): boolean {
  const { episode, item, category, at } = question;
  const about = item.aboutPersonId;
  if (about === null || about === item.subjectId || !isOrdinary(category)) return false;
  const rows = matchingRows(question).filter((row) => row.giverId === about);
  const { state } = stateOfGiver(rows, episode, null, at);
  return state === 'REFUSED' || state === 'WITHDRAWN';
}

/** One giver at least has refused this service, and agrees to nothing with it: it must not learn of the record (rule S09). */
export function isRefusedService(episode: EpisodeFacts, agencyId: string | null, at: Instant): boolean {
  const rows = episode.consents.filter((row) => names(row, { userId: null, agencyId }));
  return unique(rows.map((row) => row.giverId)).some((giverId) => {
    const own = rows.filter((row) => row.giverId === giverId);
    const refusals = own.filter((row) => isRefusal(row, at) && isTheirsToRefuse(episode, row, at));
    return refusals.length > 0 && !own.some((row) => stillGives(row, refusals, episode, at));
  });
}

function isTheirsToRefuse(episode: EpisodeFacts, row: ConsentLine, at: Instant): boolean {
  return row.categories.some((each) => isEntitled(episode, row, each, at));
}

function stillGives(
  row: ConsentLine,
  refusals: readonly ConsentLine[],
  episode: EpisodeFacts,
  at: Instant,
): boolean {
  const undone = refusals.some(
    (no) =>
      millis(startOfRow(no)) >= millis(row.givenAt) &&
      row.categories.every((each) => no.categories.includes(each)),
  );
  return !undone && isInForce(row, episode, at);
}

/**
 * When a recipient's agreement was last withdrawn as a whole: at that instant one of its rows was withdrawn, not as one
 * kind by itself, and none was left in force (rule 6.10, "one service" and "all"). What is given later begins anew.
 */
export function wholeWithdrawalAt(
  episode: EpisodeFacts,
  recipient: ConsentRecipient,
  at: Instant,
): Instant | null {
  const withdrawals = givenRows(episode, recipient).flatMap((row) => {
    const end = row.withdrawnAlone ? null : endOfRow(row, episode, at);
    return end?.how === 'WITHDRAWN' ? [end.at] : [];
  });
  return latest(withdrawals.filter((when) => !isAnyInForce(episode, recipient, when)));
}

export function isAnyInForce(episode: EpisodeFacts, recipient: ConsentRecipient, at: Instant): boolean {
  return givenRows(episode, recipient).some((row) => isInForce(row, episode, at));
}

/** The rows as they would stand had this one withdrawal not been made; every other decision stays. */
export function undoWithdrawal(episode: EpisodeFacts, at: Instant): EpisodeFacts {
  const same = (when: Instant | null): boolean => when !== null && millis(when) === millis(at);
  return {
    ...episode,
    withdrawnAt: same(episode.withdrawnAt) ? null : episode.withdrawnAt,
    consents: episode.consents.map((row) =>
      same(row.withdrawnAt) && !row.withdrawnAlone ? { ...row, withdrawnAt: null } : row,
    ),
  };
}

function givenRows(episode: EpisodeFacts, recipient: ConsentRecipient): ConsentLine[] {
  return episode.consents.filter((row) => names(row, recipient) && row.decision === 'GIVEN');
}
