import { useState } from 'react';
import type { LevelOfNeed } from '@encircle/shared/codes';
import {
  helpProblems,
  LEVELS_OF_NEED,
  pointsTo,
  type JudgeLevel,
  type LevelHelp,
  type LevelJudgementsView,
  type LevelPlace,
  type LevelsDocumentView,
} from '@encircle/shared/levels';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { listedIn } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Disclosure } from '@web/ui/Disclosure';
import type { FormError } from '@web/ui/ErrorSummary';
import { TickBoxes } from './TickBoxes';

export interface Ticks {
  ticked: string[];
  reason: string;
}

const NO_TICKS: Ticks = { ticked: [], reason: '' };

/** The local descriptions, what is ticked of them, and what goes with a level chosen by them. */
export function useLevelHelp() {
  const { data: document } = useGet<LevelsDocumentView>('/levels-of-need/current');
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS);
  /** Nothing where nothing is ticked: the help is a help. */
  const help = (level: LevelOfNeed): LevelHelp | undefined => {
    if (!document || ticks.ticked.length === 0) return undefined;
    const other = pointsTo(document, ticks.ticked)?.level !== level && ticks.reason.trim() !== '';
    return {
      documentVersion: document.version,
      ticked: ticks.ticked,
      ...(other ? { reason: ticks.reason } : {}),
    };
  };
  return { document, ticks, setTicks, help };
}

export type LevelHelping = ReturnType<typeof useLevelHelp>;

/** The same for a case: what was ticked is kept before the form it belongs to is sent, once. */
export function useCaseLevel(caseId: string, place: LevelPlace, childId?: string) {
  const say = useProblemWords();
  const helping = useLevelHelp();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [kept, setKept] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend<JudgeLevel, LevelJudgementsView>(`/episodes/${caseId}/levels`, {
    refresh: [`/episodes/${caseId}/levels`],
  });
  const bodyOf = (level: LevelOfNeed): JudgeLevel | undefined => {
    const help = helping.help(level);
    return help && { ...help, place, level, ...(childId ? { childId } : {}) };
  };
  /** @returns whether the form may go on its way */
  const keep = async (level: number | null | undefined): Promise<boolean> => {
    setErrors([]);
    setAttempt((count) => count + 1);
    const body = isLevel(level) ? bodyOf(level) : undefined;
    if (!body || !helping.document || JSON.stringify(body) === kept) return true;
    const wrong = Object.entries(helpProblems(helping.document, body, body.level));
    if (wrong.length > 0) {
      setErrors(wrong.map(([field, [message = '']]) => ({ field: idOf(field), message })));
      return false;
    }
    try {
      await send.mutateAsync(body);
      setKept(JSON.stringify(body));
      return true;
    } catch (error) {
      const listed = listedIn(error, idOf);
      setErrors(listed.length > 0 ? listed : [{ message: say(error) }]);
      return false;
    }
  };
  const isKept = (level: number | null | undefined): boolean =>
    isLevel(level) && kept !== '' && JSON.stringify(bodyOf(level)) === kept;
  return { ...helping, errors, attempt, keep, isKept, busy: send.isPending };
}

const isLevel = (level: number | null | undefined): level is LevelOfNeed =>
  level === 1 || level === 2 || level === 3 || level === 4;

/** The four levels as answers, each with what it is called here. */
export const levelOptions = (document: LevelsDocumentView | undefined) =>
  LEVELS_OF_NEED.map((level) => {
    const words = document?.levels.find((each) => each.level === level);
    return {
      value: String(level),
      label: words ? `${level} ${words.name}` : String(level),
      ...(words ? { hint: words.meaning } : {}),
    };
  });

export const levelOf = (typed: string): LevelOfNeed | null =>
  LEVELS_OF_NEED.find((level) => String(level) === typed) ?? null;

/** Boxes of the help, told apart from those of the form around it. */
const idOf = (field: string): string => `level-help-${field.replace(/^levelHelp\./, '')}`;

/** What is wrong with the help that was sent within another form, on its own boxes. */
export const levelErrors = (errors: readonly FormError[]): FormError[] =>
  errors.map((each) =>
    ['reason', 'ticked', 'documentVersion'].includes(each.field ?? '') || each.field?.startsWith('levelHelp.')
      ? { ...each, field: idOf(each.field ?? '') }
      : each,
  );

export interface LevelHelpProps {
  helping: LevelHelping & { errors?: readonly FormError[] };
  /** The level chosen in the form. */
  level: number | null;
  onLevel: (level: LevelOfNeed) => void;
  /** The case a referral would be about. */
  caseId?: string;
}

/** Under the choice of a level: tick what fits, see which level that points to and why. The person chooses. */
export function LevelHelpReference({ helping, level, onLevel, caseId }: LevelHelpProps) {
  const w = useWords();
  const { document } = helping;
  if (!document) return null;
  return (
    <Disclosure summary={w('levels.help')}>
      <TickBoxes
        document={document}
        ticks={helping.ticks}
        onTicks={helping.setTicks}
        level={isLevel(level) ? level : null}
        onLevel={onLevel}
        error={helping.errors?.find((each) => each.field === idOf('reason'))?.message}
        {...(caseId ? { caseId } : {})}
      />
    </Disclosure>
  );
}
