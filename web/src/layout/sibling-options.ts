import { formatDate } from '@encircle/shared/dates';
import type { SiblingView } from '@encircle/shared/people';
import type { Words } from '@web/i18n/useWords';

/** Brothers and sisters to choose from, told apart by their birthdays. */
export const siblingOptions = (
  items: readonly SiblingView[],
  w: Words,
): { value: string; label: string; hint: string }[] =>
  items.map(({ id, fullName, dateOfBirth, dueDate }) => ({
    value: id,
    label: fullName,
    hint:
      dateOfBirth !== null
        ? w('ui.children.born', { date: formatDate(dateOfBirth) })
        : dueDate === null
          ? ''
          : w('ui.children.due', { date: formatDate(dueDate) }),
  }));
