import { codeRow, DEFAULT_TERMS, EPISODE_STATES, fillTerms, type EpisodeState } from '@encircle/shared/codes';
import type { NextMoveView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { CardLines } from '@web/ui/Card';
import { addressOf } from './moves.model';
import { useWho } from './who';

export interface MoveLinesProps {
  caseId: string;
  /** The stage now */
  state: string;
  moves: readonly NextMoveView[];
  /** Left out where the reader only looks. */
  onBegin?: (id: string) => void;
}

/** One move a line: what it is, where it leads, what stands in the way, and the way to it. */
export function MoveLines({ caseId, state, moves, onBegin }: MoveLinesProps) {
  return (
    <CardLines>
      {moves.map((move) => (
        <li key={move.id}>
          <Line caseId={caseId} state={state} move={move} {...(onBegin ? { onBegin } : {})} />
        </li>
      ))}
    </CardLines>
  );
}

interface LineProps {
  caseId: string;
  state: string;
  move: NextMoveView;
  onBegin?: (id: string) => void;
}

function Line({ caseId, state, move, onBegin }: LineProps) {
  const w = useWords();
  const who = useWho();
  const to = move.to === null ? null : codeRow(EPISODE_STATES, move.to as EpisodeState).label;
  const more = [
    to && (move.to === state ? w('moves.stays') : w('moves.leads', { state: to })),
    onBegin ? '' : w('moves.who', { who: who(move.who) }),
    move.signers.length > 0 && move.standing !== 'SIGN' ? w('moves.signed', { who: who(move.signers) }) : '',
  ].filter(Boolean);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 24px', alignItems: 'flex-start' }}>
      <div style={{ flex: '1 1 16rem' }}>
        <strong>{fillTerms(move.trigger, DEFAULT_TERMS)}</strong>
        <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>{more.join(' ')}</div>
        {move.obstacles.map((each) => (
          <div key={each.code} style={{ fontSize: '0.875rem' }}>
            {w('moves.first')} {each.words}.
          </div>
        ))}
      </div>
      {onBegin && <Way caseId={caseId} move={move} onBegin={onBegin} />}
    </div>
  );
}

function Way({ caseId, move, onBegin }: Required<Omit<LineProps, 'state'>>) {
  const w = useWords();
  const address = addressOf(caseId, move);
  const label = `${w(address ? 'moves.go' : move.standing === 'SIGN' ? 'moves.signIt' : 'moves.begin')}: ${move.trigger}`;
  const words = w(address ? 'moves.go' : move.standing === 'SIGN' ? 'moves.signIt' : 'moves.begin');
  if (address)
    return (
      <Button size="small" kind="neutral" to={address} aria-label={label}>
        {words}
      </Button>
    );
  return (
    <Button
      size="small"
      aria-label={label}
      disabled={move.obstacles.length > 0}
      onClick={() => onBegin(move.id)}
    >
      {words}
    </Button>
  );
}
