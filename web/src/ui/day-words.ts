import { formatLong, formatShort } from '@encircle/shared/dates';

/** A day on a rail: "Fri 13 Mar", and with the year "13 Mar 2026". */
export function dayWords(day: string, withYear: boolean): string {
  const month = formatShort(day)
    .split(' ')
    .map((word) => word.slice(0, 3));
  const [weekday = ''] = formatLong(day).split(' ');
  return withYear ? `${month.join(' ')} ${day.slice(0, 4)}` : `${weekday} ${month.join(' ')}`;
}
