import {
  addDays,
  formatDayOfWeek,
  formatLong,
  formatShort,
  londonDate,
  londonTime,
} from '@encircle/shared/dates';
import type { CivilDate } from '@encircle/shared/dates';
import {
  WEEK_GROUPS,
  workingWeek,
  type DueItem,
  type MyWeekView,
  type WeekGroup,
} from '@encircle/shared/my-week';

/** "Wed 18 March": the year is clear from where it stands. */
export const dayAndMonth = (date: CivilDate): string => formatLong(date).replace(/ \d{4}$/, '');

/** "16:20 on the day", else "Friday 16:20" within a week, else the date. */
export function momentWords(instant: string, today: CivilDate): string {
  const date = londonDate(instant);
  const near = date > addDays(today, -7);
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' }).format(
    new Date(instant),
  );
  return near ? `${weekday} ${londonTime(instant)}` : formatShort(date);
}

export interface GroupOfItems {
  group: WeekGroup;
  items: DueItem[];
}

/** The headings with something under them, most urgent first. */
export function groupsOf(items: readonly DueItem[]): GroupOfItems[] {
  return WEEK_GROUPS.map((group) => ({ group, items: items.filter((item) => item.group === group) })).filter(
    ({ items: some }) => some.length > 0,
  );
}

export interface StripLine {
  /** '15:30' before a meeting. */
  time: string | null;
  /** '22' of the weekend or next week, as "Sun 22". */
  day: string | null;
  item: DueItem;
}

export interface StripDay {
  key: string;
  /** 'Mon 16'; null for the last box. */
  label: string | null;
  today: boolean;
  lines: StripLine[];
  overdue: number;
}

const SHOWN = 2;

/** Five working days and what follows, so that a free day can be seen. */
export function stripOf(view: Pick<MyWeekView, 'items' | 'today'>): StripDay[] {
  const { items, today } = view;
  const { days, nextWeekEnd } = workingWeek(today);
  const overdue = items.filter((item) => item.group === 'OVERDUE').length;
  const line = (item: DueItem, withDay: boolean): StripLine => ({
    time: item.kind === 'MEETING' && item.at !== null && !withDay ? londonTime(item.at) : null,
    day: withDay ? formatDayOfWeek(item.dueOn) : null,
    item,
  });
  const last = days.at(-1) ?? today;
  const boxes: StripDay[] = days.map((date) => ({
    key: date,
    label: formatDayOfWeek(date),
    today: date === today,
    lines: items
      .filter((item) => item.dueOn === date && item.dueOn >= today)
      .map((item) => line(item, false)),
    overdue: date === today ? overdue : 0,
  }));
  const rest = items.filter((item) => item.dueOn > last && item.dueOn <= nextWeekEnd);
  return [
    ...boxes,
    { key: 'rest', label: null, today: false, lines: rest.map((item) => line(item, true)), overdue: 0 },
  ];
}

/** Lines that fit into a box, and how many are left out. */
export function fitting(lines: readonly StripLine[]): { shown: readonly StripLine[]; more: number } {
  const shown = lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  return { shown, more: lines.length - shown.length };
}
