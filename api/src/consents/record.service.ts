import { Injectable } from '@nestjs/common';
import {
  agreementProblems,
  givenAtOf,
  instantsOfLine,
  readyLines,
  type AgreementProblems,
  type AgreementsView,
  type LineReady,
  type RecordAgreement,
} from '@encircle/shared/consents';
import { isOrdinary, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { DocumentsService } from '#api/documents/documents.service.js';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { BeginAssessingService } from './begin-assessing.service.js';
import { decideBy } from './domain/decide-by.js';
import { entitlementProblems } from './domain/entitled.js';
import { isOfTheFamily } from './domain/family-facts.js';
import { familyOf, services, workersById } from './persistence/agreements.repository.js';
import {
  insertAct,
  insertCompetence,
  insertLines,
  noteAgreed,
  noteAsked,
  replaceLines,
} from './persistence/consents.repository.js';
import { agreedAgain, openDisputes } from './persistence/waiting.repository.js';
import { statementExists } from './persistence/statements.repository.js';

/** What a family agrees to, refuses and takes back, in force from the instant it is saved. */
@Injectable()
export class RecordService {
  constructor(
    private readonly gate: AgreementGate,
    private readonly agreements: AgreementsService,
    private readonly assessing: BeginAssessingService,
    private readonly documents: DocumentsService,
  ) {}

  /** @throws 400 naming field or line, with the reason where the giver could not decide */
  async record(ctx: AccessContext, episodeId: string, act: RecordAgreement): Promise<AgreementsView> {
    const facts = await this.gate.record(ctx, episodeId);
    const problems = agreementProblems(act, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const givenOn = act.givenOn ?? ctx.today;
    const givenAt = givenAtOf(givenOn, ctx.now);
    const lines = readyLines(act, givenOn);
    await this.refuseWrong(ctx, facts, act, lines, givenAt);
    const consentId = await insertAct(ctx.uow, episodeId, act, { givenOn, givenAt });
    if (act.paperId !== undefined)
      await this.documents.filePaper(ctx, facts, {
        uploadId: act.paperId,
        subjectId: act.subjectId,
        consentId,
        datedOn: givenOn,
      });
    for (const record of decidingRecords(act))
      await insertCompetence(ctx.uow, act.subjectId, record, givenAt);
    const timed = lines.map((line) => ({ ...line, ...instantsOfLine({ ...line, givenAt }) }));
    await replaceLines(ctx.uow, consentId, timed);
    const { subjectId, giverPersonId } = act;
    await insertLines(ctx.uow, { consentId, episodeId, subjectId, giverPersonId, givenAt }, timed);
    if (lines.some((line) => line.decision === 'GIVEN')) await noteAgreed(ctx.uow, episodeId, givenOn);
    if (lines.some((line) => line.decision === 'GIVEN')) await agreedAgain(ctx.uow, episodeId, giverPersonId);
    if (lines.some((line) => line.decision === 'REFUSED'))
      await openDisputes(ctx.uow, episodeId, giverPersonId, decideBy(ctx.today));
    if (lines.some((line) => line.decision !== 'NOT_SOUGHT')) await noteAsked(ctx.uow, episodeId, act);
    await this.assessing.begin(ctx, episodeId, givenOn);
    await ctx.audit({
      episodeId,
      childIds: [subjectId],
      categories: [...new Set(lines.map((line) => line.category))].sort(),
      basis: [`consent:${consentId}`],
      count: lines.length,
    });
    return this.agreements.viewOf(ctx, await this.gate.read(ctx, episodeId));
  }

  private async refuseWrong(
    ctx: AccessContext,
    facts: EpisodeFacts,
    act: RecordAgreement,
    lines: readonly LineReady[],
    givenAt: string,
  ): Promise<void> {
    const problems: AgreementProblems = {};
    if (!facts.subjects.some((subject) => subject.personId === act.subjectId))
      problems['subjectId'] = ['Choose a child of this episode'];
    if (!isOfTheFamily(facts, act.giverPersonId))
      problems['giverPersonId'] = ['Choose the child or someone of the family. Nobody else can agree'];
    const strangers = lines.filter(
      (line) => line.aboutPersonId !== null && !isOfTheFamily(facts, line.aboutPersonId),
    );
    for (const line of strangers)
      problems[`lines.${lines.indexOf(line)}.aboutPersonId`] = ['Choose the child or someone of the family'];
    if (act.competence && act.giverPersonId !== act.subjectId)
      problems['competence'] = ['Only for a child who decides: leave this out'];
    if (act.bestInterests && act.giverPersonId === act.subjectId)
      problems['bestInterests'] = ['Only where somebody decides for a young person: leave this out'];
    const {
      statementVersion: version,
      statementLanguage: language = 'en',
      statementForm: form = 'FULL',
    } = act;
    if (!(await statementExists(ctx.uow, { version, language, form })))
      problems['statementVersion'] = ['Load the page again: this statement is not in use'];
    Object.assign(problems, await unknownRecipients(ctx, lines), unanswered(facts, act, lines));
    if (Object.keys(problems).length === 0) {
      const family = await familyOf(ctx.uow, facts.id, childrenOf(facts));
      Object.assign(problems, entitlementProblems(facts, family, act, lines, givenAt));
    }
    if (Object.keys(problems).length > 0) throw invalid(problems);
  }
}

const childrenOf = (facts: EpisodeFacts): string[] => facts.subjects.map((subject) => subject.personId);

/** Found able, or found unable: both are kept with the matters they are about. */
function decidingRecords(
  act: RecordAgreement,
): { matters: readonly string[]; reasons: string; competent: boolean }[] {
  return [
    ...(act.competence ? [{ ...act.competence, competent: true }] : []),
    ...(act.bestInterests ? [{ ...act.bestInterests, competent: false }] : []),
  ];
}

async function unknownRecipients(
  ctx: AccessContext,
  lines: readonly LineReady[],
): Promise<AgreementProblems> {
  const ids = (type: string): string[] => [
    ...new Set(lines.filter((line) => line.recipientType === type).map((line) => line.recipientId)),
  ];
  const found = await Promise.all([services(ctx.uow, ids('SERVICE')), workersById(ctx.uow, ids('PERSON'))]);
  const known = new Set(found.flat().map(({ id }) => id));
  return Object.fromEntries(
    lines.flatMap((line, n) =>
      known.has(line.recipientId)
        ? []
        : [[`lines.${n}.recipientId`, ['Choose a service or worker in the information-sharing agreement']]],
    ),
  );
}

/** "Not asked" beside a standing answer of the same person would undo it without their word. */
function unanswered(
  facts: EpisodeFacts,
  act: RecordAgreement,
  lines: readonly LineReady[],
): AgreementProblems {
  return Object.fromEntries(
    lines.flatMap((line, n) => {
      const about = line.aboutPersonId ?? act.subjectId;
      const answered = facts.consents.some(
        (row) =>
          row.giverId === act.giverPersonId &&
          row.recipientId === line.recipientId &&
          row.subjectId === about &&
          row.categories.includes(line.category) &&
          row.decision !== 'NOT_SOUGHT' &&
          row.supersededAt === null &&
          row.withdrawnAt === null,
      );
      if (line.decision !== 'NOT_SOUGHT') return [];
      if (!isOrdinary(line.category))
        return [[`lines.${n}.decision`, ['Leave this kind out: "not asked" is about a service as a whole']]];
      return answered
        ? [[`lines.${n}.decision`, ['They have answered this already: record their new answer']]]
        : [];
    }),
  );
}
