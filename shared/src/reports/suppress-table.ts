import { hiddenCells, RATE_MINIMUM, rate } from '../attendance/index.js';

/** The three numbers of a cell. */
export interface TakingPart {
  invited: number;
  attended: number;
  contributed: number;
}

export interface ShownTakingPart {
  invited: number | null;
  attended: number | null;
  contributed: number | null;
  attendedPercent: number | null;
  contributedPercent: number | null;
  hidden: boolean;
}

const NUMBERS = ['invited', 'attended', 'contributed'] as const;

export function openFigure({ invited, attended, contributed }: TakingPart): ShownTakingPart {
  return {
    invited,
    attended,
    contributed,
    attendedPercent: rate(attended, invited).percent,
    contributedPercent: rate(contributed, invited).percent,
    hidden: false,
  };
}

/** Below 10 invitations no share, in figures that leave the team. */
export function figureForOthers(cell: TakingPart, hidden: boolean): ShownTakingPart {
  if (hidden)
    return {
      invited: null,
      attended: null,
      contributed: null,
      attendedPercent: null,
      contributedPercent: null,
      hidden: true,
    };
  const open = openFigure(cell);
  return cell.invited < RATE_MINIMUM ? { ...open, attendedPercent: null, contributedPercent: null } : open;
}

/**
 * Which cells of a table with printed sums stay hidden: a cell goes as a whole when any of its three numbers must,
 * so that no line of any of the three tables has exactly one gap.
 */
export function hiddenFigures(table: readonly (readonly TakingPart[])[]): boolean[][] {
  const masks = NUMBERS.map((name) => hiddenCells(table.map((row) => row.map((cell) => cell[name]))));
  return table.map((row, r) => row.map((_cell, c) => masks.some((mask) => mask[r]?.[c] ?? false)));
}
