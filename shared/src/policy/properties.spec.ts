import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WORLD_NOW, episodesOf, worlds, type World } from '../fixture/index.js';
import { withoutFacts } from './bases.js';
import { isOnly } from './question.js';
import { LIMITS, decide, isCeilingRole, type Decision, type EpisodeFacts, type Request } from './index.js';

const RUNS = Number(process.env['ENCIRCLE_WORLDS'] ?? 250);
/** The same worlds every run; others with ENCIRCLE_SEED. */
const SEED = Number(process.env['ENCIRCLE_SEED']);
process.stderr.write(`Properties of the policy: ${RUNS} worlds each, ENCIRCLE_SEED=${SEED}\n`);
fc.configureGlobal({ seed: SEED });

const ask = ({ facts, request, now }: World): Decision => decide(facts, request, now);

/** How much can be seen: 0 nothing, more for wider limits, most for all of it. */
const visible = ({ effect, what }: Decision): number => {
  if (effect === 'ALLOW') return LIMITS.length + 1;
  return what === undefined ? 0 : LIMITS.indexOf(what) + 1;
};

const answer = ({ effect, what, readOnly, reasons, obligations, bases }: Decision): unknown => ({
  effect,
  what,
  readOnly,
  reasons,
  obligations,
  bases,
});

const withEpisode = (world: World, episode: Partial<EpisodeFacts>): World => ({
  ...world,
  facts: { ...world.facts, episode: { ...world.facts.episode, ...episode } },
});

const withRequest = (world: World, request: Partial<Request>): World => ({
  ...world,
  request: { ...world.request, ...request },
});

const forAll = (predicate: (world: World) => void): void =>
  fc.assert(fc.property(worlds(fc), predicate), { numRuns: RUNS });

const ALWAYS = { from: '2026-01-01T00:00:00.000Z', to: null };
const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const EVERY_CATEGORY = { categories: ['CHILD'] as const };

/** A row of the person concerned or of the mother, for the asker's service, given this moment. */
const freshConsent = ({ request, now }: World, giverId: string): EpisodeFacts['consents'][number] => ({
  id: 'fresh',
  subjectId: request.item.subjectId,
  giverId,
  giverCapacity: 'PR_HOLDER',
  recipientType: 'SERVICE',
  recipientId: 'agency-own',
  categories: request.item.categories,
  purposes: [request.purpose ?? 'COORDINATE'],
  decision: 'GIVEN',
  givenAt: now,
  validFrom: now.slice(0, 10),
  expiresAt: '2027-06-01',
  withdrawnAt: null,
  supersededAt: null,
  history: true,
  indexListing: true,
});

describe('P1 default deny', () => {
  it('with every link, grant and row gone, and the role too, nothing is visible', () =>
    forAll((world) => {
      const { actor } = world.facts;
      const bare = withEpisode(world, {
        edges: [],
        relatives: [],
        consents: [],
        disclosures: [],
        breakGlass: [],
        courtOrders: [],
        sensitiveLines: [],
      });
      const ids = [
        `role:${actor.role}`,
        'item:author',
        'item:source',
        'item:named',
        'actor:person',
        'override',
      ];
      expect(visible(ask({ ...world, ...withoutFacts(bare, ids), ...{ now: world.now } } as World))).toBe(0);
    }));

  it('a worker without link, grant or row sees no content, and searching tells no more than a match', () =>
    forAll((world) => {
      const bare = withEpisode(world, { edges: [], disclosures: [], breakGlass: [], courtOrders: [] });
      const item = { ...world.request.item, authorId: null, sourceAgencyId: null };
      const actor = { ...world.facts.actor, role: 'PRACT' as const };
      const decision = ask(
        withRequest({ ...bare, facts: { ...bare.facts, actor } }, { item, action: 'read' }),
      );
      expect(decision.effect).toMatch(/^DENY/);
    }));
});

describe('P1 ceilings', () => {
  it('without a task a ceiling role has nothing but figures, the index and the access log', () =>
    forAll((world) => {
      const { actor } = world.facts;
      if (!isCeilingRole(actor.role)) return;
      const { item, action } = world.request;
      const ownRow = action === 'index' || action === 'dispose' || isOnly(item, 'LOG') || isOnly(item, 'AGG');
      if (actor.role !== 'PANEL' && ownRow) return;
      expect(visible(ask(withEpisode(world, { edges: [] })))).toBe(0);
    }));
});

describe('P2 restrictions only take away, links and agreements only give', () => {
  it('a conflict-of-interest block leaves nothing', () =>
    forAll((world) => {
      const blocks = [...world.facts.episode.blocks, { id: 'new', userId: 'user-actor', ...ALWAYS }];
      expect(visible(ask(withEpisode(world, { blocks })))).toBe(0);
    }));

  it('a seal, a shield or a restricting order never adds anything', () =>
    forAll((world) => {
      const { seals, shields, courtOrders } = world.facts.episode;
      const subjectId = world.request.item.subjectId;
      const seal = { id: 'new', namedUserIds: [], ...ALWAYS };
      const shield = {
        id: 'new',
        protectedPersonIds: [subjectId],
        householdPersonIds: [],
        listUserIds: [],
        ...ALWAYS,
      };
      const order = {
        id: 'new',
        effect: 'RESTRICT' as const,
        subjectId,
        recipientId: world.facts.actor.personId,
        categories: world.request.item.categories,
        ...ALWAYS,
      };
      const before = visible(ask(world));
      expect(visible(ask(withEpisode(world, { seals: [...seals, seal] })))).toBeLessThanOrEqual(before);
      expect(visible(ask(withEpisode(world, { shields: [...shields, shield] })))).toBeLessThanOrEqual(before);
      expect(visible(ask(withEpisode(world, { courtOrders: [...courtOrders, order] })))).toBeLessThanOrEqual(
        before,
      );
    }));

  it('a new link never takes anything away', () =>
    fc.assert(
      fc.property(
        worlds(fc),
        fc.constantFrom('LP', 'TACM', 'AUTHOR', 'CAFC_TASK', 'AUDIT'),
        (world, kind) => {
          const edge = { id: 'new', userId: 'user-actor', agencyId: 'agency-own', kind, ...ALWAYS };
          const edges = [...world.facts.episode.edges, edge as EpisodeFacts['edges'][number]];
          expect(visible(ask(withEpisode(world, { edges })))).toBeGreaterThanOrEqual(visible(ask(world)));
        },
      ),
      { numRuns: RUNS },
    ));

  it('a new agreement never takes anything away', () =>
    fc.assert(
      fc.property(
        worlds(fc),
        fc.constantFrom('person-mother', 'person-father', 'person-child'),
        (world, giver) => {
          const consents = [...world.facts.episode.consents, freshConsent(world, giver)];
          expect(visible(ask(withEpisode(world, { consents })))).toBeGreaterThanOrEqual(visible(ask(world)));
        },
      ),
      { numRuns: RUNS },
    ));
});

describe('P3 withdrawal', () => {
  const withdrawn = (world: World, index: number, at: string): { id: string; after: World } | null => {
    const given = world.facts.episode.consents.filter(
      (row) => row.decision === 'GIVEN' && row.withdrawnAt === null && row.givenAt < at,
    );
    const row = given[index % Math.max(given.length, 1)];
    if (row === undefined) return null;
    const consents = world.facts.episode.consents.map((each) =>
      each.id === row.id ? { ...each, withdrawnAt: at } : each,
    );
    return { id: row.id, after: withEpisode(world, { consents }) };
  };

  it('from its instant on nothing is more visible than it would have been', () =>
    fc.assert(
      fc.property(worlds(fc), fc.nat(5), fc.nat(60), (world, index, days) => {
        const change = withdrawn(world, index, world.now);
        if (change === null) return;
        const now = later(world.now, days * 86_400_000);
        expect(visible(ask({ ...change.after, now }))).toBeLessThanOrEqual(visible(ask({ ...world, now })));
      }),
      { numRuns: RUNS },
    ));

  it('what other services may see does not change', () =>
    fc.assert(
      fc.property(worlds(fc), fc.nat(5), (world, index) => {
        const change = withdrawn(world, index, world.now);
        const row = world.facts.episode.consents.find((each) => each.id === change?.id);
        if (!change || !row || row.recipientId !== 'agency-other') return;
        const actor = { ...world.facts.actor, role: 'PRACT' as const };
        const read = (each: World): Decision =>
          ask(withRequest({ ...each, facts: { ...each.facts, actor } }, { action: 'read' }));
        if (isOwnMatter(world, row.giverId)) return;
        expect(answer(read(change.after))).toEqual(answer(read(world)));
      }),
      { numRuns: RUNS },
    ));

  /** A giver's own data is the one thing a word to one service keeps from all of them. */
  const isOwnMatter = ({ request }: World, giverId: string): boolean =>
    request.item.aboutPersonId === giverId;
});

describe('P4 time', () => {
  it('a link outside its period shows nothing, and its first instant counts while its last does not', () =>
    forAll((world) => {
      const edge = { id: 'new', userId: 'user-actor', agencyId: 'agency-own', kind: 'TACM' as const };
      const add = (from: string, to: string | null): number =>
        visible(ask(withEpisode(world, { edges: [...world.facts.episode.edges, { ...edge, from, to }] })));
      const without = visible(ask(world));
      const during = add(world.now, null);
      expect(add(later(world.now, 1), null)).toBe(without);
      expect(add('2026-01-01T00:00:00.000Z', world.now)).toBe(without);
      expect(add('2026-01-01T00:00:00.000Z', later(world.now, 1))).toBe(during);
    }));

  const zone = process.env['TZ'];
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it("the machine's own time zone makes no difference", () =>
    forAll((world) => {
      const answers = ['UTC', 'Pacific/Auckland', 'America/St_Johns'].map((tz) => {
        process.env['TZ'] = tz;
        return ask(world);
      });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }));
});

describe('P5 channels', () => {
  it('no channel shows more than the screen', () =>
    fc.assert(
      fc.property(
        worlds(fc),
        fc.constantFrom('list', 'count', 'export', 'pdf', 'email', 'calendar', 'notification', 'api', 'job'),
        (world, channel) => {
          const screen = visible(ask(withRequest(world, { channel: 'screen' })));
          expect(visible(ask(withRequest(world, { channel })))).toBeLessThanOrEqual(screen);
        },
      ),
      { numRuns: RUNS },
    ));
});

describe('P6 order, names and copies of facts', () => {
  const mapped = (
    episode: EpisodeFacts,
    change: <T>(rows: readonly T[]) => readonly T[],
  ): Partial<EpisodeFacts> =>
    Object.fromEntries(
      Object.entries(episode)
        .filter(([, value]) => Array.isArray(value))
        .map(([key, rows]) => [key, change(rows)]),
    );

  it('facts in another order give the same decision', () =>
    forAll((world) => {
      const turned = withEpisode(
        world,
        mapped(world.facts.episode, (rows) => [...rows].reverse()),
      );
      expect(ask(turned)).toEqual(ask(world));
    }));

  it('facts written twice give the same decision', () =>
    forAll((world) => {
      const twice = withEpisode(
        world,
        mapped(world.facts.episode, (rows) => [...rows, ...rows]),
      );
      expect(ask(twice)).toEqual(ask(world));
    }));

  it('other ids give the same decision', () =>
    forAll((world) => {
      const text = JSON.stringify({
        episode: world.facts.episode,
        request: world.request,
        actor: world.facts.actor,
      });
      const renamed = JSON.parse(text.replace(/"(user|agency|person)-/g, '"x$1-')) as Pick<
        World,
        'request'
      > & {
        episode: EpisodeFacts;
        actor: World['facts']['actor'];
      };
      const { episode, actor, request } = renamed;
      const after = ask({ ...world, facts: { ...world.facts, episode, actor }, request });
      const plain = ({ effect, what, reasons, validUntil }: Decision): unknown => ({
        effect,
        what,
        reasons,
        validUntil,
      });
      expect(plain(after)).toEqual(plain(ask(world)));
    }));
});

describe('P7 break-glass', () => {
  const broken = (world: World): World =>
    withRequest(
      withEpisode(world, {
        edges: [
          ...world.facts.episode.edges,
          { id: 'new', userId: 'user-actor', agencyId: 'agency-own', kind: 'TACM', ...ALWAYS },
        ],
        breakGlass: [
          {
            id: 'glass',
            userId: 'user-actor',
            subjectId: world.request.item.subjectId,
            categories: world.request.item.categories,
            purpose: world.request.purpose ?? 'SAFEGUARD',
            ground: 'VITAL',
            from: world.now,
            to: later(world.now, 3_600_000),
          },
        ],
      }),
      { action: 'read', channel: 'screen' },
    );

  it('never beats a block or a seal', () =>
    forAll((world) => {
      const blocks = [{ id: 'new', userId: 'user-actor', ...ALWAYS }];
      const seals = [{ id: 'new', namedUserIds: [], ...ALWAYS }];
      const item = { ...world.request.item, ...EVERY_CATEGORY };
      expect(visible(ask(withEpisode(broken(world), { blocks })))).toBe(0);
      expect(visible(ask(withEpisode(broken(withRequest(world, { item })), { seals })))).toBe(0);
    }));

  it('tells the owner and the supervisor, is reviewed, and is over at its last instant', () =>
    forAll((world) => {
      const opened = broken(world);
      const decision = ask(opened);
      if (decision.reasons.includes('R14_BREAK_GLASS')) {
        expect(decision.obligations).toEqual(
          expect.arrayContaining(['NOTIFY_OWNER', 'NOTIFY_SUPERVISOR', 'IGO_REVIEW', 'NO_EXPORT']),
        );
        expect(decision.readOnly).toBe(true);
      }
      const [glass] = opened.facts.episode.breakGlass;
      const end = glass?.to ?? opened.now;
      expect(ask({ ...opened, now: end }).reasons).not.toContain('R14_BREAK_GLASS');
    }));
});

describe('P8 explanations are sound', () => {
  it('without the facts an ALLOW rests on there is no ALLOW', () =>
    forAll((world) => {
      const decision = ask(world);
      if (decision.effect !== 'ALLOW') return;
      expect(decision.bases.length).toBeGreaterThan(0);
      const rest = withoutFacts(world, decision.bases);
      expect(decide(rest.facts, rest.request, world.now).effect).not.toBe('ALLOW');
    }));

  const REMEDIES: Readonly<Record<string, (world: World) => World>> = {
    R01_ACCOUNT: (world) => ({
      ...world,
      facts: { ...world.facts, actor: { ...world.facts.actor, live: true } },
    }),
    R01_VETTING: (world) => ({
      ...world,
      facts: { ...world.facts, actor: { ...world.facts.actor, vettingValidTo: '2030-01-01' } },
    }),
    R01_TRAINING: (world) => ({
      ...world,
      facts: { ...world.facts, actor: { ...world.facts.actor, trainingValidTo: '2030-01-01' } },
    }),
    R03_SEALED: (world) => withEpisode(world, { seals: [] }),
    R04_SHIELD: (world) => withEpisode(world, { shields: [] }),
    R20_CLOSED: (world) => withEpisode(world, { closedAt: null }),
    R21_BLOCK: (world) => withEpisode(world, { blocks: [] }),
    R13_NO_GROUND: (world) => withRequest(world, { override: { id: 'override', ground: 'VITAL' } }),
    R07_REFUSED: (world) => withEpisode(world, { consents: [] }),
    R15_EXPIRED: (world) => withEpisode(world, { consents: [] }),
    R07_BEFORE_CONSENT: (world) =>
      withEpisode(world, {
        consents: world.facts.episode.consents.map((row) => ({ ...row, history: true })),
      }),
  };

  it('a refusal names at least one thing whose change would change the answer', () =>
    forAll((world) => {
      const decision = ask(world);
      if (visible(decision) > 0) return;
      for (const reason of decision.reasons) {
        const remedy = REMEDIES[reason];
        if (remedy) expect(answer(ask(remedy(world)))).not.toEqual(answer(decision));
      }
    }));
});

describe('P9 merged records', () => {
  it('a merged record shows no more than any of its sources', () =>
    fc.assert(
      fc.property(worlds(fc), episodesOf(fc), (world, source) => {
        const alone = (episode: EpisodeFacts): number =>
          visible(ask({ ...world, facts: { ...world.facts, episode } }));
        const { episode } = world.facts;
        const merged = alone({ ...episode, mergedFrom: [source] });
        expect(merged).toBeLessThanOrEqual(alone(episode));
        expect(merged).toBeLessThanOrEqual(alone(source));
        const followed = alone({
          ...source,
          state: 'MERGED',
          mergedInto: { ...episode, mergedFrom: [source] },
        });
        expect(followed).toBeLessThanOrEqual(merged);
      }),
      { numRuns: RUNS },
    ));
});

describe('P10 how long an answer holds', () => {
  it('nothing changes before the instant it names', () =>
    fc.assert(
      fc.property(worlds(fc), fc.double({ min: 0, max: 1, noNaN: true }), (world, part) => {
        const decision = ask(world);
        const end = decision.validUntil === null ? Date.parse('2040-01-01') : Date.parse(decision.validUntil);
        const span = end - Date.parse(WORLD_NOW);
        expect(span).toBeGreaterThan(0);
        for (const ms of [Math.floor((span - 1) * part), span - 1])
          expect(answer(ask({ ...world, now: later(WORLD_NOW, ms) }))).toEqual(answer(decision));
      }),
      { numRuns: RUNS },
    ));
});

describe('the generated worlds', () => {
  it('are mixed enough to mean something: each effect is met often', () => {
    const effects = fc
      .sample(worlds(fc), { numRuns: 1500, seed: 20260316 })
      .map((world) => ask(world).effect);
    const share = (effect: string): number =>
      effects.filter((each) => each === effect).length / effects.length;
    expect(share('ALLOW')).toBeGreaterThan(0.05);
    expect(share('LIMITED')).toBeGreaterThan(0.01);
    expect(share('DENY')).toBeGreaterThan(0.1);
    expect(share('DENY_HIDE')).toBeGreaterThan(0.1);
  });
});
