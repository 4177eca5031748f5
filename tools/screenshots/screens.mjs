/**
 * @typedef {object} Screen
 * @property {string} name of its pictures
 * @property {string | null} as work email of whose screen it is; null: nobody is signed in
 * @property {(page: import('playwright-core').Page) => Promise<void>} open
 * @property {boolean} [dark] a third picture, in the dark
 */

/** @param {string} path @returns {(page: import('playwright-core').Page) => Promise<void>} */
const at = (path) => async (page) => {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** @type {Screen[]} */
export const SCREENS = [
  { name: 'sign-in', as: null, open: at('/sign-in') },
  { name: 'hidden', as: null, open: at('/dates') },
];
