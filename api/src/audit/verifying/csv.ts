/** A value of a dump: nothing for null, quotes for everything that is not plain. */
const cell = (value: string | null): string =>
  value === null ? '' : /^[\w .:+{}-]+$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;

export const csvLine = (values: readonly (string | null)[]): string => `${values.map(cell).join(',')}\n`;

/** Records of a dump, however the text is cut into pieces. Unquoted and empty is null, `""` is an empty text. */
export async function* csvRecords(pieces: AsyncIterable<string>): AsyncIterable<(string | null)[]> {
  let record: (string | null)[] = [];
  let value = '';
  let state: 'start' | 'plain' | 'quoted' | 'quote-seen' = 'start';
  const end = (): void => {
    record.push(state === 'start' ? null : value);
    value = '';
    state = 'start';
  };
  for await (const piece of pieces) {
    for (const c of piece) {
      if (state === 'quoted') {
        if (c === '"') state = 'quote-seen';
        else value += c;
      } else if (c === ',') end();
      else if (c === '\n') {
        end();
        yield record;
        record = [];
      } else if (c === '"') {
        if (state === 'quote-seen') value += c;
        state = 'quoted';
      } else {
        value += c;
        state = 'plain';
      }
    }
  }
  if (state !== 'start' || record.length > 0) {
    end();
    yield record;
  }
}
