import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import { formatDate } from '@encircle/shared/dates';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { Light, type LightState } from './Light';

const Next = styled('p')({
  margin: '2px 0 0 30px',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  '& a': { display: 'inline-block', padding: '4px 0' },
});

export interface ShareLightProps {
  state: LightState;
  /** Why nothing may go to them. */
  why?: string | null;
  /** Kinds they may not be told, by code. */
  mayNot?: readonly string[];
  /** Last day of what lets them. */
  until?: string | null;
  /** The child, where there is more than one. */
  about?: string | null;
  /** Where this reader asks the family; left out when somebody else does. */
  askAt?: string | undefined;
}

/** May this be shared with them, why, and what to do next: a mark, a sentence and a way on. Never colour alone. */
export function ShareLight({ state, why, mayNot = [], until, about, askAt }: ShareLightProps) {
  const w = useWords();
  const kinds = mayNot.map((code) => w(`ui.share.kind.${code}` as WordKey)).join(', ');
  const date = until ? formatDate(until) : '';
  const answer = w(why ? `ui.share.why.${why as 'REFUSED'}` : `ui.share.${state}`, { date });
  const asks = why === 'NOT_ASKED' || why === 'EXPIRED' || state === 'lapses' || state === 'part';
  return (
    <div>
      <Light state={state} {...(kinds && !why ? { from: w('ui.share.leaveOut', { kinds }) } : {})}>
        {about ? w('ui.share.about', { name: about, answer }) : answer}
      </Light>
      <Next>
        {asks && askAt ? (
          <Link to={askAt}>{w('ui.share.askFamily')}</Link>
        ) : (
          w(why ? `ui.share.next.${why as 'REFUSED'}` : `ui.share.next.${state}`)
        )}
      </Next>
    </div>
  );
}
