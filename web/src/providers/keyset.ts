/**
 * Cursors of a list that is read page by page. The API gives only the cursor of the next page, so those of
 * the pages already seen are kept here; a page nobody came to by "next" has no cursor.
 */
export class Cursors {
  private readonly seen = new Map<string, (string | null)[]>();

  /** The `after` of a page (counted from 1), or undefined when that page has not been reached. */
  before(list: string, page: number): string | null | undefined {
    return page === 1 ? null : this.seen.get(list)?.[page - 1];
  }

  /** Remembers where the page after this one starts; null means there is none. */
  after(list: string, page: number, next: string | null): void {
    const pages = this.seen.get(list) ?? [null];
    pages[page] = next;
    this.seen.set(list, pages.slice(0, page + 1));
  }

  forget(): void {
    this.seen.clear();
  }
}
