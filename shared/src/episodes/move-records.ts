import type { LifecycleFacts } from '../lifecycle/index.js';
import type { MoveByHand, MoveEpisode } from './move.contract.js';

/** What is written down with a move made by hand, as it is stored; null for moves that ask for nothing of their own. */
export function moveRecordOf(body: MoveEpisode): Record<string, unknown> | null {
  const made = RECORDED[body.transition]?.(body);
  return made ? { ...made } : null;
}

type Part = object | undefined;

const why = ({ reason }: MoveEpisode): Part => (filled(reason) ? { reason } : undefined);

const RECORDED: Partial<Record<MoveByHand, (body: MoveEpisode) => Part>> = {
  T19: ({ panel }) => panel,
  T20: ({ decision }) => decision,
  T26: ({ stepDown }) => stepDown,
  T27: ({ transfer }) => transfer,
  T29: why,
  T35_CLERICAL: why,
  T36: ({ merge }) => merge,
  T36_UNDO: why,
  T37: ({ hold }) => hold,
  T39: ({ disposal }) => disposal,
};

/** Moves whose reason is content of the case and never stands in the row of history (that is read by the index, too). */
export const REASON_IS_CONTENT: readonly MoveByHand[] = [
  'T06',
  'T08',
  'T29',
  'T35_CLERICAL',
  'T36',
  'T36_UNDO',
  'T37',
  'T39',
];

/** What the guards of rule 5.2 take from the records written since the stage began. */
export function recordFacts(
  records: Readonly<Record<string, Record<string, unknown>>>,
): Partial<LifecycleFacts> {
  const text = (move: MoveByHand, field: string): boolean => filled(records[move]?.[field]);
  return {
    panelQuestion: text('T19', 'question'),
    deidentifiedPack: records['T19']?.['deidentified'] === true,
    panelDecision: text('T20', 'decision') && text('T20', 'owner'),
    newAddressOrAuthorityKnown: text('T27', 'newArea'),
    transferDeclinedReason: text('T29', 'reason'),
    clericalReason: text('T35_CLERICAL', 'reason'),
    mergeReason: text('T36', 'why') || text('T36_UNDO', 'reason'),
    holdReason: text('T37', 'why'),
    disposalGround: text('T39', 'ground'),
  };
}

function filled(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}
