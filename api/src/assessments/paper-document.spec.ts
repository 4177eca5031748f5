import { describe, expect, it } from '@jest/globals';
import { CAF_V1 } from '@encircle/shared/forms';
import { extractText, getDocumentProxy } from 'unpdf';
import { paperDocument } from './paper-document.js';
import { paperOf, type Paper } from './domain/paper.js';

const AT = '2026-03-16T09:00:00.000Z';
const SENTENCE = 'Ava walked in on four mornings of five and told Miss Grant about the fox. ';

/** Every element with two long texts, as a thorough assessor writes. */
function longPaper(kind: Paper['kind']): Paper {
  return paperOf({
    kind,
    form: CAF_V1,
    child: 'Ava',
    under: ['Version 1'],
    foot: [],
    identity: null,
    adults: [],
    agreed: null,
    parts: CAF_V1.sections
      .filter((section) => section.element !== undefined)
      .map((section) => ({
        section: section.key,
        category: section.category,
        answers: {
          status: 'ASSESSED',
          childView: 'It is like a washing machine.',
          strengths: SENTENCE.repeat(32),
          needs: SENTENCE.repeat(32),
          needRating: 6,
        },
        savedBy: 'Lena Marsh',
        agency: 'Northway Primary',
      })),
  });
}

describe('an assessment as a document', () => {
  it('of twenty pages takes less than two seconds of work, and leaves out nothing', async () => {
    const paper = longPaper('FULL');
    const before = process.cpuUsage();
    const bytes = await paperDocument(paper, AT);
    const { user, system } = process.cpuUsage(before);
    const document = await getDocumentProxy(new Uint8Array(bytes));
    expect(document.numPages).toBeGreaterThanOrEqual(20);
    expect((user + system) / 1e6).toBeLessThan(2);
    const { text } = await extractText(document, { mergePages: true });
    expect(text.split('fox.').length - 1).toBe(19 * 64);
    expect(text).toContain(`Page ${document.numPages} of ${document.numPages}`);
  });

  it('keeps page numbers out of what a screen reader reads', async () => {
    const bytes = await paperDocument(longPaper('CHILD'), AT);
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const content = await (await document.getPage(1)).getTextContent({ includeMarkedContent: true });
    const places: string[] = [];
    let inside = 'NONE';
    for (const item of content.items as { type?: string; tag?: string; str?: string }[]) {
      if (item.type?.startsWith('beginMarkedContent')) inside = item.tag ?? 'NONE';
      if (item.str?.startsWith('Page 1 of')) places.push(inside);
    }
    expect(places).toEqual(['Artifact']);
  });

  it('loses no word to a letter it cannot draw', async () => {
    const paper = longPaper('CHILD');
    paper.title = 'Zoë Wójcik Łukasz 🦊';
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await paperDocument(paper, AT))),
      {
        mergePages: true,
      },
    );
    expect(text).toMatch(/^Zoë Wójcik/);
  });
});
