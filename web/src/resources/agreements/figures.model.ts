import type { AgreementFigureView } from '@encircle/shared/consents';

/** What a figure is a part of: the figure beside it. */
const WHOLES: Readonly<Record<string, string>> = {
  'REFRESH DAYS': 'AGAIN',
  'TAP AGREED_LATER': 'BEGUN',
  'REVIEWS IN_TIME': 'DUE',
  'REVIEWS UPHELD': 'DECIDED',
};

/** @returns the whole of a part, null for a figure that stands for itself */
export function wholeOf(
  { figure, code }: Pick<AgreementFigureView, 'figure' | 'code'>,
  all: readonly AgreementFigureView[],
): number | null {
  const whole = WHOLES[`${figure} ${code}`];
  if (whole === undefined) return null;
  return all.find((each) => each.figure === figure && each.code === whole)?.count ?? 0;
}

/** Whether a line is the first of its group, in the order they stand. */
export function beginsGroup(
  row: Pick<AgreementFigureView, 'figure' | 'code'>,
  all: readonly AgreementFigureView[],
): boolean {
  return all.find(({ figure }) => figure === row.figure)?.code === row.code;
}
