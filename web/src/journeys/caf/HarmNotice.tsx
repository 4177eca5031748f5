import type { AssessmentView } from '@encircle/shared/assessments';
import { CONCLUSIONS } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import type { SectionText } from './section-text.model';

/** Harm seen, or a conclusion that speaks of risk: the way to refer stands there at once (rule 3.8). */
export function HarmNotice({ view, text }: { view: AssessmentView; text: SectionText }) {
  const w = useWords();
  const risk = CONCLUSIONS.rows.some((row) => row.risk && row.code === text.answers['conclusion']);
  if (text.answers['harmSeen'] !== true && !risk) return null;
  return (
    <Notice kind="red">
      <p>{w('caf.harm.words')}</p>
      <Button size="small" to={`/safeguarding/refer?case=${view.episodeId}`}>
        {w('caf.harm.go')}
      </Button>
    </Notice>
  );
}
