/** What is said when something went wrong; codes of the API have their words here. */
export const problem = {
  offline: 'There is no connection. What you typed is kept here. Try again when you are back online.',
  server:
    'Something went wrong at our end. Nothing was saved twice. Try again, or ring the help desk and say %{reference}.',
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
    NOT_FOUND: 'No record found',
    CONFLICT: 'Somebody else changed this while you were writing. Both texts are kept; choose what stays.',
    STALE_VERSION:
      'Somebody else changed this while you were writing. Both texts are kept; choose what stays.',
    VALIDATION_FAILED: 'Some answers need to be put right.',
    TOO_MANY_REQUESTS: 'You tried many times in a short while. Wait a minute and try again.',
    CSRF: 'This page was open for too long. Load it again; what you typed is kept.',
  },
};
