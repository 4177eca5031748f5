/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Screen
 * @property {string} name of its pictures
 * @property {string | null} as work email of whose screen it is; null: nobody is signed in
 * @property {(page: Page) => Promise<void>} open
 * @property {boolean} [dark] a third picture, in the dark
 */

const LENA = 'lena.marsh@northway-primary.example';
const ROSA = 'rosa.penn@caf-team.example';

/** @param {string} path @returns {(page: Page) => Promise<void>} */
const at = (path) => async (page) => {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** What the API says to whoever is signed in. @param {Page} page @param {string} path */
const ask = async (page, path) => (await page.request.get(`/api${path}`)).json();

/** The case of the demo that everything is told about. @param {Page} page @returns {Promise<string>} its id */
async function avasCase(page) {
  const { items } = await ask(page, '/my/cases?limit=25');
  const found = items.find((item) => JSON.stringify(item).includes('Ava'));
  return found.id ?? found.episodeId;
}

/** A page of Ava's case. @param {string} path below the case */
const inCase = (path) => async (page) => at(`/cases/${await avasCase(page)}${path}`)(page);

/** The version of Ava's assessment that is being written. @param {string} section */
const inAssessment = (section) => async (page) => {
  const { items } = await ask(page, `/episodes/${await avasCase(page)}/assessments`);
  const draft = items.find(({ status }) => status === 'DRAFT');
  await at(`/assessments/${draft.id}/${section}`)(page);
};

/** Ava's next meeting. @param {string} path below the meeting */
const inMeeting = (path) => async (page) => {
  const { items } = await ask(page, `/episodes/${await avasCase(page)}/meetings`);
  const next = items.find(({ status }) => status === 'PLANNED');
  await at(`/meetings/${next.id}${path}`)(page);
};

async function found(page) {
  await at('/find')(page);
  await page.getByRole('radio', { name: 'Starting or adding support' }).check();
  await page.getByLabel('Child’s name').fill('Ava Ames');
  await page.getByLabel('Date of birth').fill('10 June 2016');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('#index-title').waitFor();
}

/** Who agrees and what was explained, as far as the page where it is said who may know what. */
async function agreement(page) {
  await inCase('/agreement/new')(page);
  const giver = page.getByRole('radio', { name: /^Mia/ });
  if (await giver.count()) {
    await giver.check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const points = page.getByRole('group', { name: 'Answer each by itself' }).getByRole('checkbox');
    await points.first().waitFor();
    for (const point of await points.all()) await point.check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('heading', { name: 'Who may know what' }).waitFor();
  // The effect is worked out a moment later.
  await page.getByText('will see everything ticked').first().waitFor();
}

/** @type {Screen[]} */
export const SCREENS = [
  { name: 'sign-in', as: null, open: at('/sign-in') },
  { name: 'hidden', as: null, open: at('/dates') },
  { name: 'my-week', as: LENA, open: at('/week') },
  { name: 'find', as: LENA, open: found },
  { name: 'cases', as: LENA, open: at('/cases') },
  { name: 'case', as: LENA, open: inCase(''), dark: true },
  { name: 'family', as: LENA, open: inCase('/family') },
  { name: 'plan', as: LENA, open: inCase('/plan') },
  { name: 'sharing', as: LENA, open: inCase('/sharing') },
  { name: 'assessment', as: LENA, open: inAssessment('D04') },
  { name: 'agreement', as: LENA, open: agreement },
  { name: 'meeting', as: LENA, open: inMeeting('') },
  { name: 'meeting-mode', as: LENA, open: inMeeting('/room') },
  { name: 'attendance', as: ROSA, open: at('/attendance'), dark: true },
  { name: 'dashboard', as: ROSA, open: at('/dashboard') },
];
