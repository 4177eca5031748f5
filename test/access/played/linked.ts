import { expect } from '@jest/globals';
import { agencyId, episodeId, personId, type Check } from '@encircle/shared/fixture';
import { anAgreement } from '../../factories/consents.js';
import { tokenIn } from '../../factories/report-link.js';
import type { Answer } from '../../kit/program.js';
import type { StoryProgram } from '../../kit/story.js';

const tokens = new WeakMap<StoryProgram, Promise<string>>();

interface Invited {
  id: string;
  invitations: { id: string; name: string | null }[];
}

/**
 * Two weeks before the story's day, who leads asks the landlord's officer for a report: the family agrees to that service,
 * he has no account, and the mail with his link is all he gets.
 */
async function sentToCal(story: StoryProgram): Promise<string> {
  const { program } = story;
  await story.at('2026-03-02');
  await program.rows(
    `insert into app.demo_marker (anchor) select '2026-03-16' where not exists (select 1 from app.demo_marker)`,
  );
  await anAgreement(
    program,
    { id: episodeId('E3'), ref: 'E3' },
    { id: personId('zoe'), givenNames: 'Zoe', familyName: 'E3' },
    { id: personId('nia'), givenNames: 'Nia', familyName: 'E3' },
    [{ agency: { id: agencyId('bayline') }, categories: ['INVOLVE', 'MEETING'] }],
  );
  const ola = await story.as('ola');
  const meeting = await ola.post<Invited>(`/api/episodes/${episodeId('E3')}/meetings`, {
    type: 'EXTRAORDINARY',
    date: '2026-03-18',
    time: '14:00',
    mode: 'VIDEO',
    invitees: [{ guest: { name: 'Cal Denby', agencyId: agencyId('bayline') } }],
  });
  const invitation = meeting.body.invitations?.find(({ name }) => name === 'Cal Denby');
  const asked = await ola.post(`/api/invitations/${invitation?.id}/report-request`, {
    address: 'cal.denby@bayline.example',
  });
  expect([asked.status, meeting.status]).toEqual([201, 201]);
  while (await program.deliver());
  const [mail] = await program.rows<{ body: string }>(
    `select body from app.demo_mail where address = 'cal.denby@bayline.example'`,
  );
  const token = tokenIn({ readable: mail?.body ?? '' });
  if (token === null) throw new Error('no link reached Cal');
  return token;
}

/** What the item says must not be in the answer, nor anybody of the family. */
function holdsNothingOf(story: StoryProgram, check: Check, { text }: Answer): void {
  const key = 'item' in check.asked ? check.asked.item : '';
  const item = story.story.items.find((each) => each.key === key);
  for (const word of [item?.text ?? 'no such item', item?.id ?? '', episodeId('E3'), 'Zoe', 'Nia', 'Kai'])
    expect(text).not.toContain(word);
}

/** S64 by a real link: on its last day the one page it was sent for, a day later nothing, and never anything else. */
export async function linked(story: StoryProgram, check: Check): Promise<void> {
  const { program } = story;
  const token = await (tokens.get(story) ?? tokens.set(story, sentToCal(story)).get(story));
  await story.at(check.on);
  const answer = await program.inject('POST', '/api/report-links/open', { token }, {});
  holdsNothingOf(story, check, answer);
  const over = check.on > '2026-03-16';
  if (over) expect(answer.status).toBe(404);
  else
    expect([answer.status, Object.keys(answer.body as object).sort()]).toEqual([
      200,
      ['agencyName', 'dueOn', 'expiresOn', 'ref'],
    ]);
  const key = 'item' in check.asked ? check.asked.item : '';
  const item = story.story.items.find((each) => each.key === key);
  const query = new URLSearchParams({
    category: item?.categories[0] ?? '',
    subjectId: item?.subjectId ?? '',
  });
  for (const carried of [{ cookie: `encircle=${token}` }, { authorization: `Bearer ${token}` }] as Record<
    string,
    string
  >[]) {
    const elsewhere = await program.inject(
      'GET',
      `/api/episodes/${episodeId('E3')}/content?${query}`,
      undefined,
      carried,
    );
    expect(elsewhere.status).toBe(401);
  }
}
