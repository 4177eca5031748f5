/** The program this worker's stories are told to. */
export interface StoryProgram {
  /** Where its screens are. */
  baseUrl: string;
  /** The administrator of its database. */
  adminUrl: string;
  /** Where it hands its mail over: a story that reads mail listens there. */
  smtpUrl: string;
}

/**
 * Each worker of the browser tier has a program and a database of its own, because stories move the clock.
 * @throws Error outside `npm run test:e2e`
 */
export function program(): StoryProgram {
  return {
    baseUrl: own('ENCIRCLE_TEST_BASE_URL'),
    adminUrl: own('ENCIRCLE_TEST_E2E_ADMIN_URL'),
    get smtpUrl() {
      return own('ENCIRCLE_TEST_SMTP_URL');
    },
  };
}

/** One of a list parted by spaces: the one of this worker. */
function own(name: string): string {
  const all = (process.env[name] ?? '').split(' ').filter((one) => one !== '');
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1');
  const mine = all[(worker - 1) % all.length];
  if (!mine) throw new Error(`${name} is not set: run the stories through npm run test:e2e`);
  return mine;
}
