import type { PanelItemView } from '@encircle/shared/panels';
import type { useWords } from '@web/i18n/useWords';

/** What a line of the agenda is called for its reader: the children, else the reference, else nothing that says who. */
export const whatOf = (w: ReturnType<typeof useWords>, { children, ref }: PanelItemView): string =>
  children.length > 0 ? children.join(', ') : (ref ?? w('panels.agenda.nameless'));
