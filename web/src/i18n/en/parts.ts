/** The page that shows every part at its real size. */
export const parts = {
  title: 'Parts',
  note: 'Every part of the screens at its real size, with invented people.',
};
