import { randomUUID } from 'node:crypto';

/** An invented child whom the demo does not know, with the least one must say. */
const CHILD = {
  isUnborn: false,
  givenNames: 'Clone',
  familyName: 'Trial',
  dateOfBirth: '2016-06-10',
  dobStatus: 'DECLARED',
  sex: 'FEMALE',
  addresses: [{ kind: 'NFA' }],
};
const SEARCH = { name: 'Clone Trial', dateOfBirth: CHILD.dateOfBirth, sex: CHILD.sex };
const WHY = { 'x-encircle-purpose': 'ASSESS', 'x-encircle-reason': 'Starting or adding support' };

/** @typedef {{ email: string, headers: Record<string, string>, childId: string }} Saved */

/** One call of the API; anything but the expected status is an error with what was answered. */
async function call(url, { status, method = 'GET', headers = {}, body }) {
  const type = body ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(url, {
    method,
    headers: { ...type, ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return { body: JSON.parse(text), cookies: answer.headers.getSetCookie().map((line) => line.split(';')[0]) };
}

/** Signs in as the first person of the demo, who works with children. */
async function signIn(address) {
  const { body: demo } = await call(`${address}/api/session/demo`, { status: 200 });
  const person = { email: demo.items[0].email, password: demo.password };
  const opened = await call(`${address}/api/session`, { status: 201, method: 'POST', body: person });
  const headers = { cookie: opened.cookies.join('; '), 'x-csrf-token': opened.body.csrfToken };
  return { email: person.email, headers };
}

/**
 * Signs in over HTTP, searches for a child nobody knows and adds the child.
 * @param {string} address
 * @returns {Promise<Saved>}
 */
export async function saveSomething(address) {
  const { email, headers } = await signIn(address);
  await call(`${address}/api/find`, {
    status: 200,
    method: 'POST',
    headers: { ...headers, ...WHY },
    body: SEARCH,
  });
  const once = { ...headers, 'idempotency-key': randomUUID() };
  const added = await call(`${address}/api/children`, {
    status: 201,
    method: 'POST',
    headers: once,
    body: CHILD,
  });
  return { email, headers, childId: added.body.id };
}

/** Fails when the child or the session is not there any more. @param {string} address @param {Saved} saved */
export async function stillThere(address, { email, headers, childId }) {
  const me = await call(`${address}/api/me`, { status: 200, headers });
  if (me.body.user.email !== email) throw new Error(`signed in as ${me.body.user.email}, not as ${email}`);
  const child = await call(`${address}/api/children/${childId}`, { status: 200, headers });
  if (child.body.fullName !== 'Clone Trial') throw new Error(`the child is ${child.body.fullName}`);
}
