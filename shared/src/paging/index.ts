import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Keyset paging: `after` is the opaque cursor of the page before. */
export class PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export interface Page<T> {
  items: T[];
  /** Cursor of the next page, null on the last. */
  next: string | null;
  /** Exact up to 1,000, then '1000+'. */
  total?: number | '1000+';
}

export const DEFAULT_LIMIT = 25;

export const encodeCursor = (values: readonly (string | number | boolean | null)[]): string =>
  Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

/** @returns null when the cursor is not one of ours; treat as the first page refused, not as the first page. */
export function decodeCursor(cursor: string, length: number): (string | number | boolean | null)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) && values.length === length
      ? (values as (string | number | boolean | null)[])
      : null;
  } catch {
    return null;
  }
}
