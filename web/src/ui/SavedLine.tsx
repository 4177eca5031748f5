import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Mark, type MarkName } from './Mark';

/**
 * How a form's text stands. Times are words such as "10:42".
 * `failed` says why and may hold a way out (a link or a small button).
 */
export type SavedState =
  | { kind: 'saved'; at: string; short?: boolean }
  | { kind: 'saving' }
  | { kind: 'kept'; at: string }
  | { kind: 'failed'; why: ReactNode; wayOut?: ReactNode };

const MARKS: Record<SavedState['kind'], MarkName> = {
  saved: 'tick',
  saving: 'half',
  kept: 'dashed',
  failed: 'triangle',
};

const Line = styled('div')({
  display: 'flex',
  gap: 8,
  alignItems: 'flex-start',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  color: 'var(--ink-soft)',
  '& svg': { marginTop: 2 },
  '& strong': { color: 'var(--ink)' },
  '&[data-failed], &[data-failed] strong': { color: 'var(--red-text)' },
});

function Sentence({ state }: { state: SavedState }) {
  const w = useWords();
  if (state.kind === 'saving') return <strong>{w('ui.saved.saving')}</strong>;
  if (state.kind === 'saved') {
    return (
      <>
        <strong>{w('ui.saved.saved', { time: state.at })}</strong> {!state.short && w('ui.saved.savedWhere')}
      </>
    );
  }
  if (state.kind === 'kept') {
    return (
      <>
        <strong>{w('ui.saved.kept', { time: state.at })}</strong> {w('ui.saved.keptWhere')}
      </>
    );
  }
  return (
    <>
      <strong>{w('ui.saved.failed')}</strong> {state.why} {state.wayOut}
    </>
  );
}

/** Whether what was typed is safe; always in the same place, spoken politely. Empty until there is something. */
export function SavedLine({ state }: { state: SavedState | null }) {
  return (
    <div aria-live="polite">
      {state && (
        <Line {...(state.kind === 'failed' ? { 'data-failed': '' } : {})}>
          <Mark name={MARKS[state.kind]} size={16} />
          <span>
            <Sentence state={state} />
          </span>
        </Line>
      )}
    </div>
  );
}
