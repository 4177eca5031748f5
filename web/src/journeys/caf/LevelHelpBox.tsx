import type { AssessmentView } from '@encircle/shared/assessments';
import type { AnswerValue } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { LevelHelpReference, useCaseLevel } from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';

interface Props {
  view: AssessmentView;
  level: AnswerValue;
  onLevel: (level: number) => void;
}

/** The level is saved with the form by itself; what was ticked is kept beside it when the author says so. */
export function LevelHelpBox({ view, level: typed, onLevel }: Props) {
  const w = useWords();
  const level = typeof typed === 'number' ? typed : null;
  const helping = useCaseLevel(view.episodeId, 'ASSESSMENT', view.subjectId);
  const kept = helping.isKept(level);
  return (
    <Stack style={{ gap: 12 }}>
      <ErrorSummary errors={helping.errors} attempt={helping.attempt} />
      <LevelHelpReference helping={helping} level={level} caseId={view.episodeId} onLevel={onLevel} />
      {helping.ticks.ticked.length > 0 && (
        <Actions>
          <Button
            kind="neutral"
            size="small"
            disabled={level === null || kept || helping.busy}
            onClick={() => void helping.keep(level)}
          >
            {w('levels.keep')}
          </Button>
          {level === null && <span>{w('levels.choose')}</span>}
          {level !== null && !kept && <span>{w('levels.notKept')}</span>}
        </Actions>
      )}
      {kept && <Notice kind="good">{w('levels.kept', { level: level ?? '' })}</Notice>}
    </Stack>
  );
}
