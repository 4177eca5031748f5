/** The page that shows every part at its real size. */
export const parts = { title: 'Parts' };
