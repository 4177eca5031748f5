/**
 * After a move to another page the new page's title takes the focus, so that a screen reader says where
 * one is and Tab starts at the top of the work. The shell asks, the next title to appear answers.
 */
let wanted = false;

export function askForFocus(): void {
  wanted = true;
}

/** Called by a title when it appears. */
export function takeFocus(title: HTMLElement | null): void {
  if (!wanted || !title) return;
  wanted = false;
  title.focus({ preventScroll: true });
}
