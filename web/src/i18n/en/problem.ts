/** What is said when something went wrong; the API's codes have their words here. */
export const problem = {
  offline: 'There is no connection. What you typed is kept here. Try again when you are back online.',
  server: 'Something went wrong at our end. Try again; if it stays, ring the help desk and say %{reference}.',
  broken: 'Something went wrong on this page. Try again; if it stays, ring the help desk.',
  refused: 'That could not be done. Check what you entered and try again.',
  retry: 'Try again',
  notFound: {
    title: 'No record found',
    body: 'There is no page here, or it is not one you may see. Check the address, or look for the child again.',
    back: 'Go to the first page',
  },
  crash: {
    title: 'This page stopped working',
    body: 'What was saved is safe. Load the page again; if it stops once more, ring the help desk.',
    reload: 'Load the page again',
  },
  codes: {
    NOT_FOUND: 'No record found.',
    SEARCH_FIRST: 'Look for the child first. Nobody is added without a search in the last hour.',
    SEARCH_ALLOWANCE: 'You have made all your searches for this hour. Try again in the next.',
    EPISODE_OVER: 'Support has ended here, so nothing new can be agreed.',
    NOTHING_AGREED:
      'There is nothing of this kind left to take back. Load the page again to see what stands.',
    STALE: 'Somebody else changed this while you were writing. Both texts are kept; choose what stays.',
    ALREADY_THERE: 'This is there already. Load the page again to see it.',
    INVALID: 'Some answers need to be put right.',
    NOT_ALLOWED: 'Your role does not allow this.',
    SIGN_IN: 'Your session has ended. Sign in again; what you typed is kept.',
    BUSY: 'Encircle is very busy just now. Nothing was changed; try again in a moment.',
    TOO_MANY: 'You tried many times in a short while. Wait a minute and try again.',
    CSRF: 'This page was open for too long. Load it again; what you typed is kept.',
    KEY_USED_FOR_SOMETHING_ELSE:
      'This was sent before with other words. Load the page again to see what is kept.',
  },
};
