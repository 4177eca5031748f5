import {
  agreementProblems,
  usualLastDay,
  type PossibleGiverView,
  type RecordAgreement,
  type StatementView,
} from '@encircle/shared/consents';
import type { UploadView } from '@encircle/shared/documents';
import { isCivilDate } from '@encircle/shared/dates';
import type { FormError } from '@web/ui/ErrorSummary';
import { controlOf, linesOf, NO_BEST_INTERESTS, type Draft } from './agreement.model';
import type { Signature } from './SignaturePad';

/** Words the checks need; the component has them in the reader's language. */
export interface CheckWords {
  choose: string;
  explain: Record<'recording' | 'sharing' | 'withoutAgreement', string>;
  competence: string;
  bestInterests: string;
  noLines: string;
  noPurpose: string;
  sign: string;
}

/** The act as the API takes it. */
export function toCommand(
  draft: Draft,
  giver: PossibleGiverView,
  statement: Pick<StatementView, 'version' | 'language' | 'form'> | null,
  signature: Signature | null,
  paper: UploadView | null = null,
): RecordAgreement {
  const { competence } = draft;
  const alone = giver.relation === 'SELF' && !giver.entitled;
  return {
    subjectId: draft.subjectId,
    giverPersonId: giver.personId,
    capacity: giver.capacity as RecordAgreement['capacity'],
    method: draft.method,
    statementVersion: statement?.version ?? '',
    ...(statement ? { statementLanguage: statement.language, statementForm: statement.form } : {}),
    language: draft.language,
    givenOn: draft.givenOn,
    understood: draft.understood,
    ...(draft.interpreter.trim() ? { interpreter: draft.interpreter.trim() } : {}),
    ...(draft.childView.trim() ? { childView: draft.childView.trim() } : {}),
    ...(draft.method === 'VERBAL_RECORDED' ? { witness: draft.witness.trim() } : {}),
    ...(draft.method === 'ON_SCREEN' && signature ? { signature } : {}),
    ...(draft.method === 'WET_INK' && paper ? { paperId: paper.id } : {}),
    ...(alone
      ? {
          competence: {
            matters: competence.matters as NonNullable<RecordAgreement['competence']>['matters'],
            understandsWhat: competence.what,
            understandsWhoAndWhy: competence.who,
            understandsConsequences: competence.outcome,
            freeOfPressure: competence.free,
            reasons: competence.reasons.trim(),
          },
        }
      : {}),
    ...(giver.bestInterests ? { bestInterests: bestInterestsOf(draft) } : {}),
    lines: linesOf(draft).map(({ line }) => line),
  };
}

function bestInterestsOf({
  bestInterests = NO_BEST_INTERESTS,
}: Draft): NonNullable<RecordAgreement['bestInterests']> {
  const { matters, helped, wishes, consulted, reasons } = bestInterests;
  return {
    matters: matters as NonNullable<RecordAgreement['bestInterests']>['matters'],
    helpedToDecide: helped,
    wishesConsidered: wishes,
    consulted: consulted.trim(),
    reasons: reasons.trim(),
  };
}

/** What keeps the first step from being left. */
export function whoErrors(draft: Draft, giver: PossibleGiverView | undefined, w: CheckWords): FormError[] {
  if (!giver) return [{ field: 'giverPersonId', message: w.choose }];
  if (giver.entitled) return [];
  if (giver.bestInterests) return bestInterestsErrors(draft, w);
  if (giver.relation !== 'SELF') return [{ field: 'giverPersonId', message: giver.reason ?? w.choose }];
  const { matters, what, who, outcome, free, reasons } = draft.competence;
  const whole = matters.length > 0 && what && who && outcome && free && reasons.trim().length >= 20;
  return whole ? [] : [{ field: 'competence-reasons', message: w.competence }];
}

function bestInterestsErrors({ bestInterests = NO_BEST_INTERESTS }: Draft, w: CheckWords): FormError[] {
  const { matters, helped, wishes, consulted, reasons } = bestInterests;
  const whole =
    matters.length > 0 && helped && wishes && consulted.trim().length >= 3 && reasons.trim().length >= 20;
  return whole ? [] : [{ field: 'best-interests-reasons', message: w.bestInterests }];
}

export function talkErrors(draft: Draft, w: CheckWords): FormError[] {
  return (['recording', 'sharing', 'withoutAgreement'] as const)
    .filter((point) => !draft.understood[point])
    .map((point) => ({ field: `understood-${point}`, message: w.explain[point] }));
}

/** The rules of the API, said before anything is sent. */
export function shareErrors(
  draft: Draft,
  command: RecordAgreement,
  today: string,
  w: CheckWords,
): FormError[] {
  const lines = linesOf(draft);
  const given = lines.some(({ line }) => line.decision === 'GIVEN');
  const own: FormError[] = [
    ...(lines.length === 0 ? [{ field: 'who-may-know', message: w.noLines }] : []),
    ...(given && draft.purposes.length === 0 ? [{ field: 'purposes', message: w.noPurpose }] : []),
  ];
  const found = Object.entries(agreementProblems(command, today)).map(([path, [message = '']]) => ({
    field: fieldOf(path, draft),
    message: path === 'signature' ? w.sign : message,
  }));
  const once = new Map([...own, ...found].map((error) => [`${error.field} ${error.message}`, error]));
  return [...once.values()];
}

/** Every line has the one last day of the page, so a message about it leads there. */
export function fieldOf(at: string, draft: Draft): string {
  const path = at.replace(/^agreement\./, '');
  return /^lines\.\d+\.expiresOn$/.test(path) ? 'until' : controlOf(path, linesOf(draft));
}

export function usualUntil(draft: Draft, today: string): string {
  return usualLastDay(draft.method, isCivilDate(draft.givenOn) ? draft.givenOn : today);
}
