import {
  guardedCount,
  guardedList,
  guardedRate,
  guardedTable,
  openCount,
  openRate,
  type ReportCount,
  type ReportRate,
  type ShownCount,
} from '@encircle/shared/reports';

export interface Named {
  key: string;
  label: string;
  count: number;
  list?: string | null;
}

/**
 * How figures are put to this reader: whole, or with small numbers hidden and without addresses of lists, because
 * whoever gets them so may open no case.
 */
export class Shown {
  constructor(readonly suppressed: boolean) {}

  one({ count, ...name }: Named): ReportCount {
    return this.put(name, this.suppressed ? guardedCount(count) : openCount(count));
  }

  /** A list whose sum is shown beside it. */
  list(lines: readonly Named[]): ReportCount[] {
    const counts = lines.map(({ count }) => count);
    const shown = this.suppressed ? guardedList(counts) : counts.map(openCount);
    return lines.map(({ key, label, list }, i) => this.put({ key, label, list: list ?? null }, at(shown, i)));
  }

  /** A table whose sums are shown beside it; cells are named by column. */
  table(columns: readonly string[], rows: readonly (readonly number[])[]): ReportCount[][] {
    const shown = this.suppressed ? guardedTable(rows) : rows.map((row) => row.map(openCount));
    return shown.map((row) => columns.map((key, c) => this.put({ key, label: key }, at(row, c))));
  }

  rate(numerator: number, denominator: number, list: string | null = null): ReportRate {
    if (this.suppressed) return { ...guardedRate(numerator, denominator), list: null };
    return { ...openRate(numerator, denominator), list };
  }

  private put(name: { key: string; label: string; list?: string | null }, shown: ShownCount): ReportCount {
    return { key: name.key, label: name.label, ...shown, list: this.suppressed ? null : (name.list ?? null) };
  }
}

const at = (shown: readonly ShownCount[], index: number): ShownCount => shown[index] ?? openCount(0);
