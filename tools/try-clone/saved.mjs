const JSON_TYPE = { 'content-type': 'application/json' };

async function expectStatus(answer, status, what) {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** Someone to sign in as: the first of the demo, with the password the demo shows. */
async function demoPerson(address) {
  const answer = await expectStatus(await fetch(`${address}/api/session/demo`), 200, 'the demo sign-ins');
  const { password, items } = await answer.json();
  return { email: items[0].email, password };
}

/**
 * Signs in over HTTP as a person of the demo. The session is a row in the database: it is the simple thing that is
 * saved, and whoever comes back with the cookie must still be signed in after a stop or a kill.
 * @param {string} address
 * @returns {Promise<{ cookie: string, email: string }>}
 */
export async function signIn(address) {
  const person = await demoPerson(address);
  const options = { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(person) };
  const answer = await expectStatus(await fetch(`${address}/api/session`, options), 201, 'signing in');
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, email: person.email };
}

/** Fails when what was saved is not there any more. @param {string} address */
export async function stillThere(address, { cookie, email }) {
  const answer = await expectStatus(
    await fetch(`${address}/api/me`, { headers: { cookie } }),
    200,
    'the session',
  );
  const me = await answer.json();
  if (me.user.email !== email) throw new Error(`signed in as ${me.user.email}, not as ${email}`);
}
