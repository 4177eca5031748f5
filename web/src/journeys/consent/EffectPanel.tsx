import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { EffectsView, PreviewAgreement } from '@encircle/shared/consents';
import { formatDate, isCivilDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';
import { EffectMark } from './WhoMayKnow';

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: 12,
  '& svg': { marginTop: 3 },
});
const More = styled('div')({
  padding: '14px 24px 20px',
  borderTop: '1px solid var(--line)',
  '& h3': { fontSize: '1rem', fontWeight: 700, margin: '8px 0 4px' },
  '& p': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});
const Nothing = styled('p')({ padding: '0 24px 16px', color: 'var(--ink-soft)' });

/** Long enough that a row of ticks asks once. */
const PAUSE = 600;

/** Asks what would be so if this were saved. */
export type AskEffects = (draft: PreviewAgreement, signal: AbortSignal) => Promise<EffectsView>;

export interface EffectPanelProps {
  ask: AskEffects;
  draft: PreviewAgreement;
  giver: string;
  until: string;
}

/** Who will see what from the moment of saving, and who will be told "No record found". */
export function EffectPanel({ ask, draft, giver, until }: EffectPanelProps) {
  const w = useWords();
  const effects = useEffects(ask, draft);
  return (
    <Card title={w('consent.effect.title')} note={w('consent.effect.note')} flush>
      <div aria-live="polite">
        {effects.length === 0 ? (
          <Nothing>{w('consent.effect.empty', { name: giver })}</Nothing>
        ) : (
          <CardLines>
            {effects.map(({ mark, who, words }) => (
              <Line key={who + words}>
                <EffectMark mark={mark} />
                <span>
                  <strong>{who}</strong>
                  {words}
                </span>
              </Line>
            ))}
          </CardLines>
        )}
      </div>
      <More>
        <h3>{w('consent.effect.mindTitle', { name: giver })}</h3>
        <p>{w('consent.effect.mind', { until: isCivilDate(until) ? formatDate(until) : '' })}</p>
        <h3>{w('consent.effect.anywayTitle')}</h3>
        <p>{w('consent.effect.anyway', { name: giver })}</p>
      </More>
    </Card>
  );
}

/** Asks the API, because only it knows who works where and answers for whom. The last good answer stays meanwhile. */
function useEffects(ask: AskEffects, draft: PreviewAgreement): EffectsView['effects'] {
  const [effects, setEffects] = useState<EffectsView['effects']>([]);
  const asked = JSON.stringify(draft);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as PreviewAgreement;
      if (body.lines.every((line) => line.decision === 'NOT_SOUGHT')) return setEffects([]);
      void ask(body, stop.signal)
        .then((answer) => setEffects(answer.effects))
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [ask, asked]);
  return effects;
}
