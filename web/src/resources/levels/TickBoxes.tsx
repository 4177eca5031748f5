import type { LevelOfNeed } from '@encircle/shared/codes';
import { LEVEL_AREAS, pointsTo, type LevelsDocumentView, type PointsTo } from '@encircle/shared/levels';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextInput } from '@web/ui/TextInput';
import type { Ticks } from './LevelHelpReference';

interface Props {
  document: LevelsDocumentView;
  ticks: Ticks;
  onTicks: (ticks: Ticks) => void;
  level: LevelOfNeed | null;
  onLevel: (level: LevelOfNeed) => void;
  error: string | undefined;
  caseId?: string;
}

/** One list of plain words for each area; the levels behind them are told with the answer, not before. */
export function TickBoxes({ document, ticks, onTicks, level, onLevel, error, caseId }: Props) {
  const w = useWords();
  const to = pointsTo(document, ticks.ticked);
  const ofArea = (area: string) => document.descriptors.filter((each) => each.area === area);
  return (
    <Stack style={{ gap: 16 }}>
      <p>{w('levels.helpNote')}</p>
      {LEVEL_AREAS.map((area) => {
        const here = ofArea(area);
        const keys = here.map(({ key }) => key);
        return (
          <CheckList
            key={area}
            name={`level-help-${area}`}
            label={w(`levels.areas.${area}`)}
            options={here.map(({ key, text }) => ({ value: key, label: text }))}
            value={ticks.ticked.filter((key) => keys.includes(key))}
            onChange={(chosen) =>
              onTicks({
                ...ticks,
                ticked: [...ticks.ticked.filter((key) => !keys.includes(key)), ...chosen],
              })
            }
          />
        );
      })}
      {to === null ? (
        <Notice>{w('levels.nothing')}</Notice>
      ) : (
        <Pointed
          document={document}
          to={to}
          level={level}
          onLevel={onLevel}
          {...(caseId ? { caseId } : {})}
        />
      )}
      {to !== null && level !== null && level !== to.level && (
        <TextInput
          name="level-help-reason"
          label={w('levels.reason', { level })}
          hint={w('levels.reasonHint')}
          maxLength={300}
          value={ticks.reason}
          error={error}
          onChange={(event) => onTicks({ ...ticks, reason: event.target.value })}
        />
      )}
      <p style={{ fontSize: '0.875rem', color: 'var(--ink-soft)' }}>
        {w('levels.version', { version: document.version })}
      </p>
    </Stack>
  );
}

function Pointed({
  document,
  to,
  level,
  onLevel,
  caseId,
}: Pick<Props, 'document' | 'level' | 'onLevel' | 'caseId'> & { to: PointsTo }) {
  const w = useWords();
  const words = document.levels.find((each) => each.level === to.level);
  return (
    <Notice kind={to.level === 4 ? 'amber' : 'info'}>
      <p>
        <strong>{w('levels.points', { level: to.level, name: words?.name ?? '' })}</strong>{' '}
        {level === to.level && w('levels.same')}
      </p>
      <p>{w(to.because === 'SEVERAL' ? 'levels.several' : 'levels.highest')}</p>
      <ul style={{ paddingLeft: 20 }}>
        {to.by.map(({ key, text, area, level: at }) => (
          <li key={key}>{w('levels.line', { text, area: w(`levels.areas.${area}`), level: at })}</li>
        ))}
      </ul>
      {words && <p>{w('levels.response', { response: words.response })}</p>}
      {to.level === 4 && <p>{w('levels.harm')}</p>}
      <Actions style={{ marginTop: 8 }}>
        {level !== to.level && (
          <Button size="small" kind="neutral" onClick={() => onLevel(to.level)}>
            {w('levels.take', { level: to.level })}
          </Button>
        )}
        {to.level === 4 && (
          <Button size="small" to={caseId ? `/safeguarding/refer?case=${caseId}` : '/safeguarding/refer'}>
            {w('levels.harmGo')}
          </Button>
        )}
      </Actions>
    </Notice>
  );
}
