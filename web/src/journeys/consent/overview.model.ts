import type { AgreementLineView } from '@encircle/shared/consents';

/** One recipient's standing answer in one line. */
export interface Standing {
  recipientId: string;
  name: string;
  answer: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  categories: string[];
  until: string | null;
}

/** What stands today, one line for each recipient: yeses first, then noes, then who was not asked. */
export function standingOf(lines: readonly AgreementLineView[]): Standing[] {
  const groups = new Map<string, AgreementLineView[]>();
  for (const line of lines)
    if (line.status === 'ACTIVE')
      groups.set(line.recipientId, [...(groups.get(line.recipientId) ?? []), line]);
  const order = ['GIVEN', 'REFUSED', 'NOT_SOUGHT'];
  return [...groups.entries()]
    .map(([recipientId, own]) => standing(recipientId, own))
    .sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer) || a.name.localeCompare(b.name, 'en'));
}

function standing(recipientId: string, own: readonly AgreementLineView[]): Standing {
  const given = own.filter((line) => line.decision === 'GIVEN');
  const days = given.map((line) => line.expiresOn).filter((day): day is string => day !== null);
  return {
    recipientId,
    name: own[0]?.recipientName ?? '',
    answer:
      given.length > 0 ? 'GIVEN' : own.some((line) => line.decision === 'REFUSED') ? 'REFUSED' : 'NOT_SOUGHT',
    categories: [...new Set(given.map((line) => line.category))],
    until: days.sort()[0] ?? null,
  };
}

/** Who has something to take back: givers with a yes that stands. */
export function giversWithYes(lines: readonly AgreementLineView[]): string[] {
  const standingYes = lines.filter((line) => line.status === 'ACTIVE' && line.decision === 'GIVEN');
  return [...new Set(standingYes.map((line) => line.giverPersonId))];
}
