import { chosenName, fullName, unbornLabel } from '@encircle/shared/names';
import type { EpisodeState } from '@encircle/shared/codes';
import { nextStepWords } from '@encircle/shared/lifecycle';
import {
  factItems,
  type CaseFactBodies,
  type CaseChild,
  type CaseFactList,
  type CaseRelative,
  type CaseTeamMember,
  type CaseView,
  type CaseWords,
} from '@encircle/shared/cases';
import { isFamilyRole } from '@encircle/shared/policy';
import { academicYearOf, ncYear, ncYearWords } from '@encircle/shared/dates';
import type { ConsentLine, EpisodeFacts } from '@encircle/shared/policy';
import { agreementOf, gaveAgreement, inAgreement, knownLines } from './agreement.js';
import type { CaseFactRow, CaseRows, ChildRow, TeamRow } from './case-rows.js';
import type { CaseJudge } from './case-judge.js';
import { actionsFor, tabsFor } from './case-permissions.js';
import { lapseOf } from './lapse.js';
import { levelOf, nextMeeting, outcomeView, pathOf } from './shape-work.js';
import type { Asker } from '#api/access/asker.js';

const RECENT = 6;

/**
 * Cuts the rows of a case down to what the policy lets this reader see. Row-level security has spoken before: the page
 * is never wider than either.
 */
export function shapeCase(asker: Asker, judge: CaseJudge, facts: EpisodeFacts, rows: CaseRows): CaseView {
  const { episode } = rows;
  const lines = knownLines(asker, facts);
  const known = knownChildren(judge, rows);
  const ids = known.map(({ id }) => id);
  const ident = judge.decision(standing(rows, ids[0] ?? '', 'IDENT'));
  const knowsWork = ids.some((id) => judge.mayRead(standing(rows, id, 'INVOLVE')));
  const indexRow = ident.what === 'INDEX_ROW';
  const said = judge.readable(rows.caseFacts);
  const team = knowsWork ? rows.team.map((row) => teamMember(asker, lines, row)) : [];
  const lead = indexRow
    ? (rows.team.filter(({ kind }) => kind === 'LP').map((row) => teamMember(asker, lines, row))[0] ?? null)
    : (team.find(({ kind }) => kind === 'LP') ?? null);
  const part = rows.team.find((row) => row.userId === asker.actor.userId)?.kind ?? null;
  const meetings = judge.readable(rows.meetings);
  return {
    id: episode.id,
    ref: episode.ref,
    version: episode.version,
    type: episode.type,
    state: episode.state,
    limited: ident.effect === 'LIMITED' ? (ident.what ?? null) : null,
    // One child of a family may be with social care while the others' parts go on.
    readOnly: known.every(({ id }) => judge.decision(standing(rows, id, 'IDENT')).readOnly),
    validUntil: lapseOf(asker, facts),
    tabs: tabsFor(asker, judge, ids),
    actions: actionsFor(asker, judge, ids, part),
    part,
    nextStep: knowsWork ? nextStepWords(episode.state as EpisodeState, episode.nextReviewOn) : '',
    children: known.map((child) =>
      childView(
        rows,
        child,
        judge.decision(standing(rows, child.id, 'IDENT')).what,
        asker.today,
        knowsWork ? partOf(facts, child.id) : null,
      ),
    ),
    ownWords: wordsOf(latest(said, 'OWN_WORDS')),
    flags: said.filter(({ kind }) => kind === 'FLAG').map(({ body }) => flagOf(body)),
    level: levelOf(latest(said, 'LEVEL'), meetings),
    agreement:
      knowsWork && tellsAgreement(asker, lines)
        ? agreementOf(rows, linesAbout(lines, facts, ids), asker.today)
        : null,
    leadProfessional: lead,
    team,
    relatives: relativesOf(asker, judge, rows, lines),
    nextMeeting: nextMeeting(asker, judge, meetings, rows),
    path: knowsWork ? pathOf(rows, meetings, asker.today) : [],
    goingWell: wordsOf(latest(said, 'GOING_WELL')),
    helpWanted: wordsOf(latest(said, 'HELP_WANTED')),
    outcomes: judge.readable(rows.outcomes).map((row) => outcomeView(judge, row)),
    chronology: judge
      .readable(rows.chronology)
      .slice(0, RECENT)
      .map(({ label, ...row }) => ({ ...row, category: label.categories[0] ?? '' })),
  };
}

/** Of a brother or sister this reader may not know of, an agreement tells nothing either. */
const linesAbout = (
  lines: readonly ConsentLine[],
  { subjects }: EpisodeFacts,
  known: readonly string[],
): ConsentLine[] =>
  lines.filter(
    ({ subjectId }) => known.includes(subjectId) || !subjects.some(({ personId }) => personId === subjectId),
  );

/** The children of the case this reader may know of at all; without one the page does not open. */
export function knownChildren(judge: CaseJudge, rows: CaseRows): ChildRow[] {
  return rows.children.filter(
    ({ id }) => !['DENY', 'DENY_HIDE'].includes(judge.decision(standing(rows, id, 'IDENT')).effect),
  );
}

/** Who the child is and who helps belongs to whoever opened the case, and was always there. */
function standing(rows: CaseRows, subjectId: string, category: 'IDENT' | 'INVOLVE') {
  const { createdBy, initiatingAgencyId } = rows.episode;
  return { subjectId, categories: [category], authorId: createdBy, sourceAgencyId: initiatingAgencyId };
}

/** A child reads the record without the parents' lines: "not asked yet" would then be untrue, so nothing is said. */
function tellsAgreement(asker: Asker, lines: readonly ConsentLine[]): boolean {
  return !isFamilyRole(asker.actor.role) || lines.length > 0;
}

const partOf = ({ subjects }: EpisodeFacts, childId: string): string | null =>
  subjects.find(({ personId }) => personId === childId)?.state ?? null;

function childView(
  rows: CaseRows,
  child: ChildRow,
  what: string | undefined,
  today: string,
  part: string | null,
): CaseChild {
  const stub = what === 'STUB';
  const full = what === undefined || what === 'ASK_AGAIN' || what === 'CHILD_FRIENDLY';
  const school = rows.settings.find(
    ({ personId, kind }) => personId === child.id && ['SCHOOL', 'NURSERY', 'COLLEGE'].includes(kind),
  );
  const name = child.isUnborn && !child.givenNames ? unbornLabel(child.mother) : fullName(child);
  return {
    id: child.id,
    name,
    chosenName: child.isUnborn && !child.givenNames ? 'Baby' : chosenName(child),
    pronouns: full ? child.pronouns : null,
    dateOfBirth: child.dateOfBirth,
    dueDate: child.dueDate,
    school: full && school ? [yearOf(child, school, today), school.name].filter(Boolean).join(', ') : null,
    stub,
    part,
  };
}

/** The year the school gave, else the one the birthday gives (rule 8.10). */
function yearOf(child: ChildRow, school: CaseRows['settings'][number], today: string): string | null {
  if (school.yearGroup !== null || school.kind !== 'SCHOOL' || child.dateOfBirth === null)
    return school.yearGroup;
  return ncYearWords(ncYear(child.dateOfBirth, academicYearOf(today)));
}

function teamMember(asker: Asker, lines: readonly ConsentLine[], row: TeamRow): CaseTeamMember {
  const you = row.userId === asker.actor.userId;
  return { ...row, you, inAgreement: inAgreement(lines, row, asker.today) };
}

const latest = (facts: readonly CaseFactRow[], kind: string): CaseFactRow | undefined =>
  facts.findLast((fact) => fact.kind === kind);

function wordsOf(fact: CaseFactRow | undefined): CaseWords | null {
  if (!fact) return null;
  const { checkedWith, checkedOn } = fact.body as Partial<CaseFactList>;
  return {
    items: factItems(fact.body),
    author: fact.author,
    saidOn: fact.saidOn,
    checkedWith: checkedWith ?? null,
    checkedOn: checkedOn ?? null,
  };
}

function flagOf(body: unknown): { text: string; until: string | null } {
  const { text, reviewOn } = body as Partial<CaseFactBodies['FLAG']>;
  return { text: text ?? '', until: reviewOn ?? null };
}

/** Whoever of the family reads has their own number alone: parents who live apart are not told how to reach each other. */
function relativesOf(
  asker: Asker,
  judge: CaseJudge,
  rows: CaseRows,
  lines: readonly ConsentLine[],
): CaseRelative[] {
  return judge.readable(rows.relatives).map((row) => ({
    id: row.id,
    childId: row.childId,
    name: fullName(row),
    kind: row.kind,
    hasPr: row.hasPr,
    livesWith: row.livesWith,
    phone: isFamilyRole(asker.actor.role) && row.id !== asker.actor.personId ? null : row.phone,
    involvement: row.involvement,
    gaveAgreement: gaveAgreement(lines, row.id, asker.today),
    notAsked: row.portal === 'NOT_ASKED',
  }));
}
