import { styled } from '@mui/material/styles';
import { FileDown, Printer } from 'lucide-react';
import type { FamilyCopyView } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Actions, Stack } from '@web/ui/layout';

const Sheet = styled('article')({
  background: 'var(--voice)',
  borderInlineStart: '3px solid var(--voice-bar)',
  borderRadius: '0 8px 8px 0',
  padding: '20px 24px',
  maxWidth: '46rem',
  fontFamily: 'var(--voice-face)',
  fontSize: '1.125rem',
  lineHeight: '1.75rem',
  '& h2': { fontSize: '1.375rem', lineHeight: '1.875rem', fontWeight: 600 },
  '& h3': { fontSize: '1.125rem', fontWeight: 600, marginTop: 16 },
  '@media print': {
    background: 'none',
    borderInlineStart: 0,
    padding: 0,
    fontSize: '11.5pt',
    lineHeight: '16pt',
    '& h3': { marginTop: 8, fontSize: '12.5pt' },
  },
});

/** What somebody agreed to, in plain words: to read through, print or take along. */
export function FamilyCopy({ caseId, giverId }: { caseId: string; giverId: string }) {
  const w = useWords();
  const query = useGet<FamilyCopyView>(`/episodes/${caseId}/consents/copy`, { giver: giverId });
  return (
    <Loaded query={query}>
      {(copy) => (
        <Stack>
          <Sheet>
            <h2>{copy.title}</h2>
            <p>{formatDate(copy.date)}</p>
            {copy.sections.map(({ heading, words }) => (
              <section key={heading}>
                <h3>{heading}</h3>
                {words.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </section>
            ))}
          </Sheet>
          <Actions className="no-print">
            <Button kind="outlined" icon={Printer} onClick={() => window.print()}>
              {w('consent.copy.print')}
            </Button>
            <Button
              kind="outlined"
              icon={FileDown}
              href={`/api/episodes/${caseId}/consents/copy.pdf?giver=${giverId}`}
            >
              {w('consent.copy.pdf')}
            </Button>
          </Actions>
        </Stack>
      )}
    </Loaded>
  );
}
