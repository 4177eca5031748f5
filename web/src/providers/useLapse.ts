import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askAnew } from './ask-anew';
import { atMoment } from './lapse';
import { serverNow } from './me';

/**
 * Asks everything under a path anew when what is shown stops being so: agreement, task or time has run out. What the
 * API then refuses, or cannot be asked about, leaves the screen.
 * @param validUntil as the API gave it with the answer; null waits for nothing
 */
export function useLapse(validUntil: string | null | undefined, path: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!validUntil) return;
    return atMoment(
      validUntil,
      () => Date.parse(serverNow()),
      () => void askAnew(client, path),
    );
  }, [client, path, validUntil]);
}
