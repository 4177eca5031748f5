import { useEffect, useRef } from 'react';
import { KeyReader, type KeyAction } from './keys';
import { letterKeys } from './letter-keys';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])'));

/** Listens to the keyboard for the whole page. */
export function useShellKeys(hideKey: string, onAction: (action: KeyAction) => void): void {
  const act = useRef(onAction);
  useEffect(() => {
    act.current = onAction;
  });
  useEffect(() => {
    const reader = new KeyReader(hideKey);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const read = { key: event.key, typing: isField(event.target), modified };
      const action = reader.press(read, letterKeys(), performance.now());
      if (!action) return;
      event.preventDefault();
      act.current(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [hideKey]);
}
