import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadPage, CaseView, JumpAnswer } from '@encircle/shared/cases';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
const idOf = (key: string): string => story.story.episodes.find((one) => one.key === key)?.id ?? '';
const list = async (key: string, query = ''): Promise<CaseloadPage> =>
  (await (await story.as(key)).get<CaseloadPage>(`/api/my/cases${query}`)).body;

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
});
afterAll(() => story.program.stop());

describe('lists and pages of the story', () => {
  it('shows a shielded child to those on the list and leaves no trace for others', async () => {
    const sara = await list('sara');
    expect(sara.items.find(({ id }) => id === idOf('E5'))?.children).toMatchObject([{ stub: false }]);
    const everyone = await list('mo', '?limit=100');
    expect(everyone.items.map(({ id }) => id)).toContain(idOf('E5'));
    for (const key of ['lena', 'hana', 'wes'])
      expect((await list(key, '?limit=100')).items.map(({ id }) => id)).not.toContain(idOf('E5'));
    const rob = await story.as('rob');
    const [real, random] = [
      await rob.get(`/api/episodes/${idOf('E5')}`),
      await rob.get('/api/episodes/00000000-0000-4000-8000-000000000000'),
    ];
    expect([real.status, real.text]).toEqual([404, random.text]);
  });

  it('keeps an archived case out of every list and closes its page', async () => {
    for (const key of ['mo', 'lena', 'kim'])
      expect((await list(key, '?open=false&limit=100')).items.map(({ id }) => id)).not.toContain(idOf('E8'));
    const answer = await (await story.as('lena')).get(`/api/episodes/${idOf('E8')}`);
    expect(answer.status).toBe(404);
  });

  it('opens the page of Ava for her mother with the family’s rights, without what is not hers', async () => {
    const { status, body } = await (await story.as('mia')).get<CaseView>(`/api/episodes/${idOf('E1')}`);
    expect(status).toBe(200);
    expect(body.children.map(({ chosenName }) => chosenName)).toEqual(['Ava']);
    expect(body.tabs).not.toContain('sharing');
    expect(body.actions).toEqual([]);
  });

  it('jumps only to children of one’s own cases', async () => {
    const find = async (key: string, q: string): Promise<string[]> =>
      (await (await story.as(key)).get<JumpAnswer>(`/api/jump?q=${q}`)).body.items.map(({ name }) => name);
    expect(await find('lena', 'ava')).toEqual([expect.stringContaining('Ava')]);
    expect(await find('lena', 'eli')).toEqual([]);
    expect(await find('jo', 'gia')).toEqual([]);
  });
});
