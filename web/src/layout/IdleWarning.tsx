import { useEffect, useRef, useState } from 'react';
import { useWords } from '@web/i18n/useWords';
import { coverEvent, coverNow } from '@web/providers/cover';
import { signOut } from '@web/providers/auth-provider';
import { api } from '@web/providers/http';
import { idleState, shouldTouch, timeLeftWords, type IdleState } from '@web/providers/idle';
import { Problem } from '@web/providers/problem';
import { listen } from '@web/providers/signals';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';

/** Tells the API that somebody is here. A lost connection is no matter: the next answer tells it too. */
async function touch(): Promise<void> {
  try {
    await api('/session/touch', { method: 'POST' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** When the API last heard of this person (from any tab), and when they last pressed anything. */
function useActivity() {
  const at = useRef({ touch: Date.now(), input: 0 });
  useEffect(() => {
    const input = () => {
      at.current.input = Date.now();
    };
    const stop = listen(({ kind }) => {
      if (kind === 'touched' || kind === 'reopened') at.current.touch = Date.now();
    });
    window.addEventListener('keydown', input);
    window.addEventListener('pointerdown', input);
    return () => {
      stop();
      window.removeEventListener('keydown', input);
      window.removeEventListener('pointerdown', input);
    };
  }, []);
  return at;
}

const FINE: IdleState = { stage: 'fine', secondsLeft: 0 };

/** Warns two minutes before the session ends for want of use, then covers the page; nothing is lost. */
export function IdleWarning({ minutes }: { minutes: number }) {
  const w = useWords();
  const at = useActivity();
  const [state, setState] = useState(FINE);
  useEffect(() => {
    const look = () => {
      const { touch: touched, input } = at.current;
      const now = idleState(Date.now(), touched, minutes);
      if (now.stage === 'over') coverEvent('idle');
      if (now.stage === 'fine' && shouldTouch(Date.now(), touched, input, minutes)) void touch();
      setState(now.stage === 'warn' ? now : FINE);
    };
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [at, minutes]);
  if (coverNow() !== null) return null;
  return (
    <Dialog
      open={state.stage === 'warn'}
      title={w('session.warning.title')}
      actions={
        <>
          <Button kind="filled" autoFocus onClick={() => void touch()}>
            {w('session.warning.stay')}
          </Button>
          <Button kind="neutral" onClick={() => void signOut().catch(() => coverEvent('idle'))}>
            {w('session.warning.leave')}
          </Button>
        </>
      }
    >
      <p>{w('session.warning.body', { time: timeLeftWords(state.secondsLeft) })}</p>
    </Dialog>
  );
}
