import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { BreakGlassView, LiveBreakGlass } from '@encircle/shared/emergency-access';
import { outdate } from '@web/providers/ask-anew';
import { api } from '@web/providers/http';
import { serverNow, useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { minutesLeft } from './emergency.model';

/** One's own emergency views that are open or wait for a manager. */
export function useLive() {
  const can = useCan();
  return useGet<LiveBreakGlass>(can('create', 'override') ? '/my/break-glass' : null);
}

/** Counts down to the end by the server's clock; asks everything again the moment it is over. */
export function useMinutesLeft({ live, endsAt }: BreakGlassView): number {
  const client = useQueryClient();
  const left = useCallback(
    () => (live && endsAt !== null ? minutesLeft(endsAt, serverNow()) : 0),
    [live, endsAt],
  );
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = left();
      setMinutes(now);
      if (now > 0) return;
      clearInterval(timer);
      void outdate(client);
    }, 1000);
    return () => clearInterval(timer);
  }, [left, client]);
  return live ? minutes : 0;
}

const SIGN_OF_LIFE = 30_000;

/** On a shielded child the view ends with its page: a sign of life while it is there, the end when it is left. */
export function useEndOnLeaving(view: BreakGlassView): void {
  const { id, live, endsOnLeaving } = view;
  useEffect(() => {
    if (!live || !endsOnLeaving) return;
    const timer = setInterval(() => {
      void api(`/break-glass/${id}/stay`, { method: 'POST' }).catch(() => undefined);
    }, SIGN_OF_LIFE);
    const end = () => {
      void api(`/break-glass/${id}/end`, { method: 'POST', keepalive: true }).catch(() => undefined);
    };
    window.addEventListener('pagehide', end);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', end);
      end();
    };
  }, [id, live, endsOnLeaving]);
}
