import { describe, expect, it } from '@jest/globals';
import {
  FIXTURE_TODAY,
  agencyId,
  episodeOf,
  factsOf,
  fixture,
  itemOf,
  labelOf,
  personId,
  userId,
  type EpisodeKey,
} from '../fixture/index.js';
import {
  admitsRecord,
  decide,
  type ActorFacts,
  type Decision,
  type EpisodeFacts,
  type Item,
  type Request,
} from './index.js';

const rows = fixture(FIXTURE_TODAY);
const NOW = '2026-03-16T10:00:00.000Z';
const LIVE = { from: '2026-03-01T00:00:00.000Z', to: null };

interface Ask {
  user: string;
  episode?: EpisodeKey;
  item?: string | Item;
  actor?: Partial<ActorFacts>;
  change?: Partial<EpisodeFacts>;
  request?: Partial<Request>;
  now?: string;
}

const ask = ({
  user,
  episode = 'E1',
  item = 'E1-plan',
  actor,
  change,
  request,
  now = NOW,
}: Ask): Decision => {
  const facts = factsOf(rows, user, episode);
  return decide(
    {
      ...facts,
      actor: { ...facts.actor, ...actor },
      episode: facts.episode && { ...facts.episode, ...change },
    },
    {
      purpose: 'COORDINATE',
      action: 'read',
      channel: 'screen',
      reasonId: null,
      item: typeof item === 'string' ? itemOf(rows, item) : item,
      ...request,
    },
    now,
  );
};
const effect = (question: Ask): string => ask(question).effect;

describe('the gate of the account (rules R01, R02)', () => {
  it.each<[string, Partial<ActorFacts>, string]>([
    ['an account that may not sign in', { live: false }, 'R01_ACCOUNT'],
    ['an agency outside the agreement', { agencyInAgreement: false }, 'R01_AGENCY'],
    ['a worker without an agency', { agencyId: null }, 'R01_AGENCY'],
    ['vetting that ended yesterday', { vettingValidTo: '2026-03-15' }, 'R01_VETTING'],
    ['no vetting', { vettingValidTo: null }, 'R01_VETTING'],
    ['training that ended yesterday', { trainingValidTo: '2026-03-15' }, 'R01_TRAINING'],
  ])('%s opens nothing, and is told so', (_, actor, reason) =>
    expect(ask({ user: 'lena', actor })).toMatchObject({ effect: 'DENY', reasons: [reason] }),
  );

  it('the last day of vetting and training counts', () =>
    expect(
      effect({ user: 'lena', actor: { vettingValidTo: '2026-03-16', trainingValidTo: '2026-03-16' } }),
    ).toBe('ALLOW'));

  it('a stronger sign-in is asked for where the setting says so', () => {
    const facts = factsOf(rows, 'lena', 'E1');
    const settings = { ...facts.settings, assurance: { ...facts.settings.assurance, read: 'TOTP' as const } };
    const read = (assurance: ActorFacts['assurance']): string =>
      decide(
        { ...facts, settings, actor: { ...facts.actor, assurance } },
        {
          purpose: 'COORDINATE',
          action: 'read',
          channel: 'screen',
          reasonId: null,
          item: itemOf(rows, 'E1-plan'),
        },
        NOW,
      ).effect;
    expect([read('PASSWORD'), read('TOTP'), read('HARDWARE')]).toEqual(['DENY', 'ALLOW', 'ALLOW']);
  });

  it("no purpose, or one that is not the role's, opens nothing", () => {
    expect(ask({ user: 'lena', request: { purpose: null } }).reasons).toEqual(['R02_PURPOSE']);
    expect(ask({ user: 'lena', request: { purpose: 'MI' } }).reasons).toEqual(['R02_PURPOSE']);
  });

  it('a purpose the family did not agree to opens nothing', () =>
    expect(effect({ user: 'lena', request: { purpose: 'TRANSFER' } })).toBe('DENY'));
});

describe('a conflict of interest (rule R21)', () => {
  const block = (user: string, period = LIVE): Partial<EpisodeFacts> => ({
    blocks: [{ id: 'block', userId: userId(user), ...period }],
  });

  it('hides everything from the person named, own contributions too, and from nobody else', () => {
    expect(ask({ user: 'hana', item: 'E1-health', change: block('hana') })).toMatchObject({
      effect: 'DENY_HIDE',
      reasons: ['R21_BLOCK'],
    });
    expect(effect({ user: 'lena', change: block('hana') })).toBe('ALLOW');
  });

  it('nothing raises it: not break-glass, not a disclosure, not a court order', () => {
    const grant = {
      id: 'g',
      subjectId: personId('ava'),
      categories: ['PLAN'] as const,
      purpose: 'COORDINATE' as const,
      ...LIVE,
    };
    const change = {
      ...block('yusuf'),
      breakGlass: [{ ...grant, userId: userId('yusuf'), ground: 'VITAL' as const }],
      disclosures: [
        {
          ...grant,
          recipientType: 'PERSON' as const,
          recipientId: userId('yusuf'),
          ground: 'VITAL' as const,
        },
      ],
      courtOrders: [{ ...grant, effect: 'DISCLOSE' as const, recipientId: userId('yusuf') }],
    };
    expect(effect({ user: 'yusuf', change })).toBe('DENY_HIDE');
  });
});

describe('sealed, archived, disposed and merged records (rule R03)', () => {
  it('a sealed record is there for those named on the seal only', () => {
    const change = { seals: [{ id: 'seal', namedUserIds: [userId('mo'), userId('lena')], ...LIVE }] };
    expect(effect({ user: 'lena', change })).toBe('ALLOW');
    expect(effect({ user: 'hana', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'mia', change, request: { purpose: 'SUBJECT' } })).toBe('DENY_HIDE');
  });

  it('a seal, a block and a shield count from their first instant to before their last', () => {
    const ended = { from: LIVE.from, to: NOW };
    const begins = { from: '2026-03-16T10:00:00.001Z', to: null };
    for (const period of [ended, begins]) {
      const seals = [{ id: 'seal', namedUserIds: [], ...period }];
      const blocks = [{ id: 'block', userId: userId('lena'), ...period }];
      const protectedPersonIds = [personId('ava')];
      const shields = [
        { id: 'shield', protectedPersonIds, householdPersonIds: [], listUserIds: [], ...period },
      ];
      expect(effect({ user: 'lena', change: { seals, blocks, shields } })).toBe('ALLOW');
    }
    const seals = [{ id: 'seal', namedUserIds: [], from: NOW, to: null }];
    expect(effect({ user: 'lena', change: { seals } })).toBe('DENY_HIDE');
  });

  it('an archived record is there for the CAF team, a task and a safeguarding basis', () => {
    const change = { state: 'ARCHIVED' as const };
    expect(effect({ user: 'lena', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'mo', item: 'E1-ident', change })).toBe('LIMITED');
    expect(effect({ user: 'gus', change, request: { purpose: 'SUBJECT' } })).toBe('ALLOW');
    const disclosed = {
      id: 'd',
      recipientType: 'SERVICE' as const,
      recipientId: agencyId('mash'),
      subjectId: personId('ava'),
      categories: ['PLAN'] as const,
      purpose: 'SAFEGUARD' as const,
      ground: 'CHILD_RISK' as const,
      ...LIVE,
    };
    const request = { purpose: 'SAFEGUARD' as const, reasonId: 'reason' };
    expect(effect({ user: 'dee', change, request })).toBe('DENY_HIDE');
    expect(effect({ user: 'dee', change: { ...change, disclosures: [disclosed] }, request })).toBe('ALLOW');
  });

  it('a disposed record is gone for everyone', () => {
    for (const user of ['lena', 'mo'])
      expect(effect({ user, change: { state: 'DISPOSED' } })).toBe('DENY_HIDE');
  });

  it('a merged record is followed to the survivor, and the stricter of both answers', () => {
    const survivor = { ...episodeOf(rows, 'E1'), id: 'survivor' };
    const strict = { ...survivor, consents: [] };
    expect(effect({ user: 'lena', change: { state: 'MERGED' } })).toBe('DENY_HIDE');
    expect(effect({ user: 'lena', change: { state: 'MERGED', mergedInto: survivor } })).toBe('ALLOW');
    expect(effect({ user: 'lena', change: { state: 'MERGED', mergedInto: strict } })).toBe('DENY');
    expect(effect({ user: 'lena', change: { mergedFrom: [strict] } })).toBe('DENY');
  });

  it('only an unheld archived record with two approvers is disposed of, by the information officer', () => {
    const dispose = (user: string, change: Partial<EpisodeFacts>, approverIds: string[]): Decision =>
      ask({
        user,
        episode: 'E8',
        item: 'E8-ident',
        change,
        request: {
          purpose: user === 'gus' ? 'SUBJECT' : 'COORDINATE',
          action: 'dispose',
          disposal: { approverIds },
        },
      });
    expect(dispose('gus', { legalHold: false }, ['a', 'b']).effect).toBe('ALLOW');
    expect(dispose('gus', { legalHold: false }, ['a', 'a']).reasons).toEqual(['T39_APPROVALS']);
    expect(dispose('gus', { legalHold: false, state: 'CLOSED' }, ['a', 'b']).effect).toBe('DENY');
    expect(dispose('gus', {}, ['a', 'b']).reasons).toEqual(['T39_LEGAL_HOLD']);
    expect(dispose('mo', { legalHold: false }, ['a', 'b']).effect).toBe('DENY');
  });
});

describe('a shielded child (rule R04)', () => {
  const eli = (user: string, more: Partial<Ask> = {}): Decision =>
    ask({ user, episode: 'E5', item: 'E5-ident', ...more });
  const joined = {
    edges: [
      ...episodeOf(rows, 'E5').edges,
      {
        id: 'edge-asha',
        userId: userId('asha'),
        agencyId: agencyId('ormond'),
        kind: 'TACM' as const,
        ...LIVE,
      },
    ],
  };
  const agreed = {
    consents: episodeOf(rows, 'E5').consents.map((row) => ({
      ...row,
      recipientType: 'SERVICE' as const,
      recipientId: agencyId('ormond'),
    })),
  };

  it('is open to those on the list as if there were no shield', () => {
    expect(eli('sara').effect).toBe('ALLOW');
    expect(eli('mo', { item: 'E5-plan' }).effect).toBe('ALLOW');
  });

  it('shows its stub to the CAF team and to the front door for safeguarding, and nothing more', () => {
    expect(eli('rosa')).toMatchObject({ effect: 'LIMITED', what: 'STUB' });
    expect(eli('dee', { request: { purpose: 'SAFEGUARD' } })).toMatchObject({
      effect: 'LIMITED',
      what: 'STUB',
    });
    expect(eli('dee').effect).toBe('DENY_HIDE');
    expect(eli('rosa', { item: 'E5-plan' }).effect).toBe('DENY_HIDE');
  });

  it('shows its stub to a team member off the list, never more than without the shield', () => {
    expect(eli('asha', { change: { ...joined, ...agreed } })).toMatchObject({
      effect: 'LIMITED',
      what: 'STUB',
    });
    expect(eli('asha', { change: joined }).effect).toBe('DENY');
    expect(eli('asha', { item: 'E5-plan', change: { ...joined, ...agreed } }).effect).toBe('DENY_HIDE');
  });

  it('hides what tells where the household lives, also in the record of a brother or sister', () => {
    const shield = episodeOf(rows, 'E5').shields[0];
    const household = shield ? [{ ...shield, householdPersonIds: [personId('ava')] }] : [];
    const address: Item = { ...itemOf(rows, 'E1-ident'), sourceAgencyId: null, authorId: null };
    const read = (locating: boolean): Decision =>
      ask({ user: 'hana', item: { ...address, locating }, change: { shields: household } });
    expect(read(true)).toMatchObject({ effect: 'LIMITED', what: 'STUB' });
    expect(read(false).effect).toBe('ALLOW');
  });

  it('is opened by break-glass only, for one look that is investigated', () => {
    const grant = {
      id: 'g',
      subjectId: personId('eli'),
      categories: ['IDENT'] as const,
      purpose: 'SAFEGUARD' as const,
      ground: 'VITAL' as const,
      ...LIVE,
    };
    const request = { purpose: 'SAFEGUARD' as const, reasonId: 'reason' };
    const opened = eli('dee', { request, change: { breakGlass: [{ ...grant, userId: userId('dee') }] } });
    expect(opened).toMatchObject({ effect: 'ALLOW', readOnly: true });
    expect(opened.obligations).toEqual(expect.arrayContaining(['INVESTIGATE_NOW', 'END_ON_LEAVING']));
    const disclosures = [{ ...grant, recipientType: 'SERVICE' as const, recipientId: agencyId('mash') }];
    expect(eli('dee', { request, change: { disclosures } })).toMatchObject({
      effect: 'LIMITED',
      what: 'STUB',
    });
  });
});

describe('break-glass, disclosures and court orders (step 15)', () => {
  const grant = (user: string, more = {}): Partial<EpisodeFacts> => ({
    breakGlass: [
      {
        id: 'g',
        userId: userId(user),
        subjectId: personId('ava'),
        categories: ['SENS_MH'],
        purpose: 'COORDINATE',
        ground: 'VITAL',
        from: '2026-03-16T09:30:00.000Z',
        to: '2026-03-16T10:30:00.000Z',
        ...more,
      },
    ],
  });
  const look = (more: Partial<Ask>): string =>
    effect({ user: 'yusuf', item: 'E1-sens-mh', change: grant('yusuf'), ...more });

  it('is for the named user, category, purpose and minutes, on the screen, to read', () => {
    expect(look({})).toBe('ALLOW');
    expect(look({ now: '2026-03-16T10:30:00.000Z' })).toBe('DENY_HIDE');
    expect(look({ item: { ...itemOf(rows, 'E1-sens-mh'), categories: ['DV'] } })).toBe('DENY_HIDE');
    expect(look({ request: { purpose: 'ASSESS' } })).toBe('DENY_HIDE');
    expect(look({ request: { channel: 'export' } })).toBe('DENY_HIDE');
    expect(look({ request: { channel: 'pdf' } })).toBe('DENY_HIDE');
    expect(look({ request: { action: 'write' } })).toBe('DENY_HIDE');
    expect(look({ user: 'carl', item: 'E1-adult' })).toBe('DENY_HIDE');
  });

  it.each(['uma', 'pat', 'ana', 'sid', 'gus', 'cal'])('%s may not break glass', (user) => {
    for (const purpose of ['AUDIT', 'PANEL', 'MI', 'SUBJECT', 'COORDINATE'] as const) {
      const decision = ask({
        user,
        item: 'E1-adult',
        change: { ...grant(user, { purpose, categories: ['ADULT'] }), edges: [] },
        request: { purpose },
      });
      expect(decision.effect).not.toBe('ALLOW');
    }
  });

  it('an unrelated worker may not, a safeguarding lead may', () => {
    const change = grant('wes');
    expect(effect({ user: 'wes', item: 'E1-sens-mh', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'wes', item: 'E1-sens-mh', change, actor: { safeguardingLead: true } })).toBe(
      'ALLOW',
    );
  });

  it('a court order opens what it orders to whom it names', () => {
    const order = {
      id: 'o',
      effect: 'DISCLOSE' as const,
      subjectId: personId('ava'),
      recipientId: userId('priya'),
      categories: ['ADULT'] as const,
      ...LIVE,
    };
    const change = { courtOrders: [order] };
    expect(effect({ user: 'priya', item: 'E1-adult', change })).toBe('ALLOW');
    expect(effect({ user: 'priya', item: 'E1-sens-mh', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'wes', item: 'E1-adult', change })).toBe('DENY_HIDE');
  });

  it('a disclosure to a service does not open the record to everyone in it', () => {
    const disclosure = {
      id: 'd',
      recipientType: 'SERVICE' as const,
      recipientId: agencyId('police'),
      subjectId: personId('ava'),
      categories: ['CHILD'] as const,
      purpose: 'SAFEGUARD' as const,
      ground: 'CHILD_RISK' as const,
      ...LIVE,
    };
    const request = { purpose: 'SAFEGUARD' as const };
    expect(effect({ user: 'priya', item: 'E1-child', change: { disclosures: [disclosure] }, request })).toBe(
      'DENY',
    );
    const named = { ...disclosure, recipientType: 'PERSON' as const, recipientId: userId('priya') };
    expect(effect({ user: 'priya', item: 'E1-child', change: { disclosures: [named] }, request })).toBe(
      'ALLOW',
    );
  });
});

describe('relations (rules R05, R19)', () => {
  it('a place held for another agency is no place in this session', () => {
    for (const user of ['hana', 'lena'])
      expect(
        ask({ user, item: user === 'lena' ? 'E1-adult' : 'E1-plan', actor: { agencyId: agencyId('ormond') } })
          .reasons,
      ).toContain('R05_RELATION');
  });

  it('a place that begins tomorrow is none yet', () => {
    const edges = episodeOf(rows, 'E1').edges.map((edge) => ({ ...edge, from: '2026-03-17T00:00:00.000Z' }));
    expect(ask({ user: 'hana', change: { edges } }).reasons).toContain('R05_RELATION');
  });

  it("a manager sees own staff's words without a place on the case, but no child's private words", () => {
    expect(effect({ user: 'imani', item: 'E1-notes' })).toBe('ALLOW');
    const secret: Item = { ...itemOf(rows, 'E1-notes'), categories: ['PRIVATE'] };
    expect(effect({ user: 'imani', item: secret })).toBe('DENY_HIDE');
  });

  it("a colleague without a place does not see the agency's own record", () =>
    expect(effect({ user: 'nell', item: 'E1-notes' })).toBe('DENY'));

  it('an item of two categories is as open as the stricter of them', () => {
    const mixed: Item = { ...itemOf(rows, 'E1-plan'), categories: ['PLAN', 'SENS_MH'] };
    expect(effect({ user: 'hana', item: mixed })).toBe('ALLOW');
    expect(effect({ user: 'yusuf', item: mixed })).toBe('DENY_HIDE');
    const logged: Item = { ...mixed, categories: ['LOG', 'PLAN'] };
    expect(ask({ user: 'lena', item: logged })).toMatchObject({ effect: 'LIMITED', what: 'ON_REQUEST' });
  });

  it('the CAF team reads what families agreed it may know, and with a task the ordinary record', () => {
    const task = {
      id: 't',
      userId: userId('mo'),
      agencyId: agencyId('caf-team'),
      kind: 'CAFC_TASK' as const,
      ...LIVE,
    };
    const change = { edges: [task] };
    expect(effect({ user: 'mo', change })).toBe('ALLOW');
    expect(effect({ user: 'mo', item: 'N1', change })).toBe('ALLOW');
    expect(effect({ user: 'mo', item: 'E1-sens-mh', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'mo', item: 'E1-adult', change })).toBe('DENY_HIDE');
    expect(effect({ user: 'mo', episode: 'E5', item: 'E5-plan' })).toBe('ALLOW');
    expect(effect({ user: 'rosa', change })).toBe('DENY');
  });

  it("others' referrals and concerns are there for their author and for a task of the CAF team only", () => {
    const concern: Item = { ...itemOf(rows, 'E1-plan'), categories: ['SAFE'] };
    const edges = [
      { id: 't', userId: userId('mo'), agencyId: agencyId('caf-team'), kind: 'CAFC_TASK' as const, ...LIVE },
    ];
    expect(effect({ user: 'lena', item: concern })).toBe('DENY_HIDE');
    expect(effect({ user: 'carl', item: concern })).toBe('ALLOW');
    expect(effect({ user: 'mo', item: concern })).toBe('DENY_HIDE');
    expect(effect({ user: 'mo', item: concern, change: { edges } })).toBe('ALLOW');
  });

  it("an information officer's task opens the record of the person it concerns, not of others in the file", () => {
    const brother: Item = { ...itemOf(rows, 'E1-plan'), subjectId: personId('zoe') };
    const asked = { user: 'gus', request: { purpose: 'SUBJECT' as const } };
    expect(effect({ ...asked, item: brother })).toBe('DENY');
    expect(effect({ ...asked, item: { ...brother, categories: ['SENS_MH'] } })).toBe('DENY_HIDE');
  });

  it('writing takes a present place and an open record', () => {
    const write = { request: { action: 'write' as const } };
    expect(effect({ user: 'lena', ...write })).toBe('ALLOW');
    expect(effect({ user: 'hana', item: 'E1-health', ...write })).toBe('ALLOW');
    expect(ask({ user: 'jo', episode: 'E6', item: 'E6-jo-report', ...write })).toMatchObject({
      effect: 'DENY',
    });
    expect(ask({ user: 'lena', change: { state: 'PAUSED_STATUTORY' }, ...write }).reasons).toContain(
      'R20_READ_ONLY',
    );
    expect(effect({ user: 'yusuf', item: 'E1-sens-mh', ...write })).toBe('DENY_HIDE');
  });
});

describe('the one line about a specialist service (rule 6.8)', () => {
  const line = (change: object): Partial<EpisodeFacts> => ({
    sensitiveLines: episodeOf(rows, 'E1').sensitiveLines.map((each) => ({
      ...each,
      lineAgreed: true,
      ...change,
    })),
  });
  const seen = (change: object, user = 'yusuf', more: Partial<EpisodeFacts> = {}): string => {
    const { what, effect: answer } = ask({ user, item: 'E1-sens-mh', change: { ...line(change), ...more } });
    return what ?? answer;
  };

  it('is shown to the team of the moment where the person who decides agreed to it', () => {
    expect(seen({})).toBe('SPECIALIST_SERVICE_LINE');
    expect(seen({ lineAgreed: false })).toBe('DENY_HIDE');
    expect(seen({ to: NOW })).toBe('DENY_HIDE');
    expect(seen({ category: 'SENS_SM' })).toBe('DENY_HIDE');
    expect(seen({}, 'imani')).toBe('DENY_HIDE');
    expect(seen({}, 'wes')).toBe('DENY_HIDE');
    expect(seen({ giverId: personId('sol') })).toBe('DENY_HIDE');
  });

  it("is the competent child's own to give", () => {
    const competence = [
      { id: 'c', personId: personId('ava'), matters: ['SENS_MH' as const], competent: true, ...LIVE },
    ];
    expect(seen({}, 'yusuf', { competence })).toBe('DENY_HIDE');
    expect(seen({ giverId: personId('ava') }, 'yusuf', { competence })).toBe('SPECIALIST_SERVICE_LINE');
    expect(seen({ giverId: personId('ava') })).toBe('DENY_HIDE');
  });
});

describe('consent to audit (rule 6.5)', () => {
  it('refused by someone entitled keeps the auditor out, whoever the auditor works for', () => {
    const refusal = (giver: string): Partial<EpisodeFacts> => ({
      consents: episodeOf(rows, 'E1')
        .consents.slice(0, 1)
        .map((row) => ({
          ...row,
          giverId: personId(giver),
          decision: 'REFUSED' as const,
          purposes: ['AUDIT' as const],
        })),
    });
    const audit = (giver: string): string =>
      effect({ user: 'uma', request: { purpose: 'AUDIT' }, change: refusal(giver) });
    expect(audit('mia')).toBe('DENY');
    expect(audit('sol')).toBe('ALLOW');
  });
});

describe('sending out', () => {
  const send = (item: string, recipient: Request['recipient'], more: Partial<Ask> = {}): string =>
    effect({ user: 'lena', item, ...more, request: { action: 'send', recipient, ...more.request } });

  it('needs a row of the recipient, and the sender must see it too', () => {
    expect(send('E1-plan', { agencyId: agencyId('camhs'), userId: null })).toBe('ALLOW');
    expect(send('E1-plan', { agencyId: agencyId('police'), userId: null })).toBe('DENY');
    expect(send('E1-sens-mh', { agencyId: agencyId('community-health'), userId: null })).toBe('ALLOW');
    expect(
      send('E1-sens-mh', { agencyId: agencyId('community-health'), userId: null }, { user: 'yusuf' }),
    ).toBe('DENY_HIDE');
    expect(send('E1-plan', undefined)).toBe('DENY');
  });

  it('an expired row lets nothing new out', () =>
    expect(
      send(
        'E1-plan',
        { agencyId: agencyId('camhs'), userId: null },
        { actor: { trainingValidTo: '2030-01-01' }, now: '2027-01-12T10:00:00.000Z' },
      ),
    ).toBe('DENY'));

  it('goes neither to a blocked worker nor past a shield', () => {
    const hana = { agencyId: agencyId('community-health'), userId: userId('hana') };
    const blocks = [{ id: 'b', userId: userId('hana'), ...LIVE }];
    expect(send('E1-plan', hana)).toBe('ALLOW');
    expect(send('E1-plan', hana, { change: { blocks } })).toBe('DENY_HIDE');
    const onList = { agencyId: agencyId('lantern'), userId: userId('tess') };
    expect(send('E5-plan', onList, { user: 'sara', episode: 'E5' })).toBe('ALLOW');
    expect(send('E5-plan', { ...onList, userId: null }, { user: 'sara', episode: 'E5' })).toBe('DENY_HIDE');
  });
});

describe('the answer as a whole', () => {
  it('messages carry no content', () => {
    for (const channel of ['email', 'calendar', 'notification'] as const)
      expect(ask({ user: 'lena', request: { channel } })).toMatchObject({
        effect: 'LIMITED',
        what: 'CONTENTLESS',
      });
  });

  it('an item without a category cannot be judged', () =>
    expect(() => ask({ user: 'lena', item: { ...itemOf(rows, 'E1-plan'), categories: [] } })).toThrow(
      RangeError,
    ));

  it("no record: a worker is told what a hidden one is told; something new of one's own may be begun", () => {
    const facts = { ...factsOf(rows, 'lena', 'E1'), episode: null };
    const request: Request = {
      purpose: 'ASSESS',
      action: 'read',
      channel: 'screen',
      reasonId: null,
      item: { ...itemOf(rows, 'E1-plan') },
    };
    expect(decide(facts, request, NOW).effect).toBe('DENY_HIDE');
    const own = { ...request, action: 'write' as const, item: { ...request.item, authorId: userId('lena') } };
    expect(decide(facts, own, NOW).effect).toBe('ALLOW');
  });

  it.each([
    ['mo', 'MEETING_FIGURES', 'COORDINATE'],
    ['okoro', 'OWN_STAFF_FIGURES', 'COORDINATE'],
    ['ana', 'SUPPRESSED_AGGREGATES', 'MI'],
  ] as const)('figures for %s are %s, shielded children or not', (user, what, purpose) =>
    expect(
      ask({
        user,
        episode: 'E5',
        item: labelOf(rows, { label: 'AGG', subject: 'eli' }),
        request: { purpose },
      }),
    ).toMatchObject({ effect: 'LIMITED', what }),
  );

  it('a worker and an auditor have no figures, and the panel none of a child not on its agenda', () => {
    const item = labelOf(rows, { label: 'AGG', subject: 'ava' });
    expect(effect({ user: 'lena', item })).toBe('DENY');
    expect(effect({ user: 'uma', item, request: { purpose: 'AUDIT' } })).toBe('DENY');
    expect(effect({ user: 'pat', item, request: { purpose: 'PANEL' } })).toBe('DENY');
  });

  it.each<[string, Partial<Ask>, string]>([
    ['the lead professional', { user: 'lena' }, 'ON_REQUEST'],
    ['the manager', { user: 'ruth' }, 'OWN_STAFF_VIEWS'],
    ['a team member', { user: 'hana' }, 'DENY'],
    ['the parent', { user: 'mia', request: { purpose: 'SUBJECT' } }, 'STAFF_BY_ROLE'],
  ])('the access log for %s', (_, who, expected) => {
    const item = labelOf(rows, { label: 'LOG', subject: 'ava' });
    const decision = ask({ user: 'lena', ...who, item });
    expect(decision.what ?? decision.effect).toBe(expected);
  });

  it.each<[string, Ask, boolean, boolean]>([
    ['an ALLOW', { user: 'lena' }, true, true],
    ['a refusal to a team member', { user: 'hana', request: { purpose: 'TRANSFER' } }, true, true],
    ['a refusal to a stranger', { user: 'wes' }, false, true],
    ['a hidden answer', { user: 'yusuf', item: 'E1-sens-mh' }, false, false],
  ])('%s admits that there is a record, before and after a matching search', (_, question, before, after) => {
    expect(admitsRecord(ask(question))).toBe(before);
    expect(admitsRecord(ask(question), true)).toBe(after);
  });

  it('tells the more telling reason first', () => {
    expect(
      ask({
        user: 'lena',
        change: { withdrawnAt: '2026-03-01T10:00:00.000Z' },
        now: '2026-03-20T10:00:00.000Z',
      }).reasons[0],
    ).toBe('R15_WITHDRAWN');
    expect(
      ask({ user: 'lena', change: { state: 'PAUSED_STATUTORY' }, request: { action: 'write' } }).reasons[0],
    ).toBe('R20_READ_ONLY');
    expect(ask({ user: 'wes' }).reasons[0]).toBe('R05_RELATION');
    expect(ask({ user: 'lena' }).reasons).toEqual(['R07_CONSENT']);
  });

  it('names the facts it rests on, and the instant it may change', () => {
    const decision = ask({ user: 'hana' });
    const service = episodeOf(rows, 'E1').consents.find(
      (row) => row.recipientId === agencyId('community-health') && row.categories.includes('PLAN'),
    );
    expect(decision.bases).toContain(service?.id);
    expect(decision.validUntil).toBe('2026-03-31T23:00:00.000Z');
  });
});
