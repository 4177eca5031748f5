import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { Program } from '../../kit/program.js';
import { aWorker, anAgency, type Worker } from '../../factories/people.js';

const PASSWORD = 'a long enough pass phrase';

interface Opened {
  csrfToken: string;
}

describe('signing in', () => {
  let program: Program;
  let lena: Worker;

  beforeAll(async () => {
    program = await Program.start();
    lena = await aWorker(program, await anAgency(program), {
      email: 'lena@northway.example',
      fullName: 'Lena Marsh',
    });
    await program.rows('insert into sec.credential (user_id, password_hash) values ($1, $2)', [
      lena.id,
      await hash(PASSWORD),
    ]);
  });
  afterAll(() => program.stop());

  const signIn = (email: string, password: string) =>
    program.inject<Opened>('POST', '/api/session', { email, password }, {});

  const cookieOf = (set: unknown): string => String((set as string[])[0]).split(';')[0] ?? '';

  it('opens a session in a cookie no script can read, and says who one is', async () => {
    const opened = await signIn('lena@northway.example', PASSWORD);
    expect(opened.status).toBe(201);
    const cookies = opened.headers['set-cookie'] as string[];
    expect(cookies[0]).toMatch(/^encircle=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict/);
    const me = await program.inject<{ user: { fullName: string }; abilities: unknown[] }>(
      'GET',
      '/api/me',
      undefined,
      {
        cookie: cookieOf(cookies),
      },
    );
    expect(me.status).toBe(200);
    expect(me.body.user.fullName).toBe('Lena Marsh');
    expect(me.body.abilities).toContainEqual({ action: 'read', subject: 'caseload' });
  });

  it('answers an unknown person exactly as a wrong password', async () => {
    const unknown = await signIn('nobody@northway.example', PASSWORD);
    const wrong = await signIn('lena@northway.example', 'not it at all');
    expect(unknown.status).toBe(401);
    expect({ ...(wrong.body as object), reference: '' }).toEqual({
      ...(unknown.body as object),
      reference: '',
    });
  });

  it('slows guessing down for one address without shutting the door on others', async () => {
    for (let i = 0; i < 6; i += 1) await signIn('guessed@northway.example', `guess ${i}`);
    const waiting = await signIn('guessed@northway.example', 'guess 7');
    expect(waiting.status).toBe(429);
    expect(waiting.body).toMatchObject({ code: 'SIGN_IN_WAIT' });
    expect((await signIn('lena@northway.example', PASSWORD)).status).toBe(201);
  });

  it('refuses a change without the token of its own page, and one that comes from another site', async () => {
    const opened = await signIn('lena@northway.example', PASSWORD);
    const cookie = cookieOf(opened.headers['set-cookie']);
    const bare = await program.inject('POST', '/api/session/touch', undefined, { cookie });
    expect(bare.status).toBe(403);
    expect(bare.body).toMatchObject({ code: 'CSRF' });
    const elsewhere = await program.inject('POST', '/api/session/touch', undefined, {
      cookie,
      'x-csrf-token': opened.body.csrfToken,
      origin: 'https://evil.example',
    });
    expect(elsewhere.body).toMatchObject({ code: 'OTHER_SITE' });
    const own = await program.inject('POST', '/api/session/touch', undefined, {
      cookie,
      'x-csrf-token': opened.body.csrfToken,
    });
    expect(own.status).toBe(200);
  });

  it('ends a session at once on sign-out, on lock, when idle and when the account is disabled', async () => {
    const me = (cookie: string) => program.inject('GET', '/api/me', undefined, { cookie });
    const fresh = async (): Promise<string> =>
      cookieOf((await signIn('lena@northway.example', PASSWORD)).headers['set-cookie']);

    const out = await fresh();
    await program.inject('DELETE', '/api/session', undefined, { cookie: out });
    expect((await me(out)).status).toBe(401);

    const locked = await fresh();
    await program.inject('POST', '/api/session/lock', undefined, { cookie: locked });
    expect((await me(locked)).status).toBe(401);

    const idle = await fresh();
    await program.rows(
      `update sec.session set last_seen_at = clock_timestamp() - interval '16 minutes' where ended_at is null and not locked`,
    );
    expect((await me(idle)).status).toBe(401);

    const disabled = await fresh();
    expect((await me(disabled)).status).toBe(200);
    await program.rows(`update app.app_user set status = 'DISABLED' where id = $1`, [lena.id]);
    expect((await me(disabled)).status).toBe(401);
    await program.rows(`update app.app_user set status = 'LIVE' where id = $1`, [lena.id]);
  });

  it('gives nobody an answer', async () => {
    const answer = await program.anyone.get('/api/me');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'SIGN_IN' });
  });

  it('names the field of a body that is not right and refuses names it does not know', async () => {
    const client = await program.as('lena@northway.example');
    const answer = await client.post<{ fields: Record<string, string[]> }>('/api/session/hat', {
      membershipId: 'x',
      admin: true,
    });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.fields).sort()).toEqual(['admin', 'membershipId']);
  });
});
