import { REPORT_QUESTIONS, type ReportQuestion, type WriteReport } from '@encircle/shared/meetings';
import { invalid } from '#api/platform/errors/domain-error.js';

export type Written = Record<ReportQuestion, string | null>;

/** What a report says, however it came. @throws INVALID when none of the questions is answered */
export function reportWords(body: WriteReport): Written {
  const said = (question: ReportQuestion): string | null => body[question]?.trim() || null;
  if (REPORT_QUESTIONS.every((question) => said(question) === null))
    throw invalid({ goingWell: ['Answer at least one of the three questions'] });
  return { goingWell: said('goingWell'), worries: said('worries'), nextSteps: said('nextSteps') };
}
