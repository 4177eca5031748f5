import { styled } from '@mui/material/styles';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { PersonDot } from '@web/ui/PersonDot';
import { AgreementLine } from './AgreementFact';
import { ageText } from './case-words';
import { useReader } from './reader';
import { whoseCase } from './whose';

const Short = styled('div')({
  display: 'flex',
  gap: 16,
  alignItems: 'center',
  paddingBottom: 8,
  '& p': { fontWeight: 700, fontSize: '1.125rem', lineHeight: '1.625rem' },
  '& .soft': {
    color: 'var(--ink-soft)',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 6px',
    alignItems: 'center',
  },
});

/** The header on one line, on the inner parts of the record. */
export function ShortTop({ view }: { view: CaseView }) {
  const w = useWords();
  const family = useReader() === 'family';
  const today = useToday();
  const { full } = whoseCase(view);
  const [child] = view.children;
  const single = view.children.length === 1 ? child : undefined;
  const facts = [
    single ? ageText(w, single, today, 'cases.age.short') : '',
    view.level && !family ? w('ui.level', { level: view.level.level, of: 4 }) : '',
  ].filter(Boolean);
  return (
    <Short>
      <PersonDot
        name={full}
        tone="child"
        size={44}
        {...(single && single.chosenName.length < 6 ? { initials: single.chosenName } : {})}
      />
      <div>
        <p>{full}</p>
        <div className="soft">
          {facts.join(' · ')}
          {view.agreement && (
            <>
              {facts.length > 0 && ' · '}
              <AgreementLine agreement={view.agreement} />
            </>
          )}
        </div>
      </div>
    </Short>
  );
}
