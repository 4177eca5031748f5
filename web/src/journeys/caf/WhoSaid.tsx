import { styled } from '@mui/material/styles';
import type { AssessmentView } from '@encircle/shared/assessments';
import { useWords } from '@web/i18n/useWords';
import { Chip, ChipRow } from '@web/ui/Chip';
import { childOf } from './useAssessment';

const Ask = styled('div')({
  marginTop: 8,
  '& .ask': { fontSize: '0.9375rem', lineHeight: '1.375rem', fontWeight: 700, marginBottom: 6 },
});

export interface WhoSaidProps {
  view: AssessmentView;
  /** As it stands under its box; `spoken` names which box for those who do not see it. */
  label: string;
  spoken: string;
  id: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Who said it is asked, never assumed. People of the family go by name. */
export function WhoSaid({ view, label, spoken, id, value, onChange }: WhoSaidProps) {
  const w = useWords();
  const [first, ...others] = view.adults;
  const parent = first
    ? w(others.length === 0 ? 'caf.element.parent' : 'caf.element.parentOrOther', {
        name: first.name.split(' ')[0] ?? first.name,
        kind: first.kind.toLowerCase(),
      })
    : w('caf.element.aParent');
  const sources = [
    { code: 'CHILD_SAID', words: childOf(view).name },
    { code: 'PARENT_SAID', words: parent },
    { code: 'OBSERVED', words: w('caf.element.iSawIt') },
    { code: 'PROFESSIONAL_REPORT', words: w('caf.element.colleague') },
  ];
  const flip = (code: string) =>
    onChange(value.includes(code) ? value.filter((each) => each !== code) : [...value, code]);
  return (
    <Ask id={id} tabIndex={-1}>
      <p className="ask" aria-hidden>
        {label}
      </p>
      <ChipRow label={spoken}>
        {sources.map(({ code, words }) => (
          <Chip key={code} on={value.includes(code)} onClick={() => flip(code)}>
            {words}
          </Chip>
        ))}
      </ChipRow>
    </Ask>
  );
}
