import { addDays, londonInstant, type CivilDate } from '@encircle/shared/dates';
import { agencyId, fixtureId, userId } from '@encircle/shared/fixture';
import { dueDate } from '@encircle/shared/lifecycle';
import { addAgreement } from '../consent-rows.js';
import type { Rows } from '../rows.js';
import { asWho, type CaseSpec, type Course, type Frame } from './case-frame.js';

const MEMBERS: readonly [key: string, name: string, title: string][] = [
  ['panel-head', 'Grace Adeyemi', 'Assistant head, for the schools'],
  ['panel-health', 'Shirin Vale', 'Health visiting lead'],
  ['panel-housing', 'Owen Price', 'Housing team manager'],
];
const CHAIR = userId('pat');

/** What the family lets the panel read. */
const KINDS = ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN'] as const;

const ASKED: readonly string[] = [
  'School is going better, home is not yet. Can a parenting course near home be paid for, twelve weeks, with a crèche?',
  'Could a mentor see the young person once a week until the summer, also in the holidays?',
  'The plan has stood still since the move. Can the panel help to find somebody for the mornings?',
  'Is there a place on the holiday scheme, with somebody who knows about autism?',
];
const WITHOUT_NAMES = {
  question: 'What would you offer a child who has stopped going to school after a bereavement?',
  summary:
    'A child in the last year of primary school. The team has tried a later start and a key adult; it helped for two weeks. The family is glad of help and has not decided about the panel.',
};
const DECIDED: readonly [decision: string, resources: string, owner: string][] = [
  [
    'A parenting course with a crèche, twelve weeks from the next start',
    '£640 from the early help fund',
    'Family Support Service',
  ],
  ['A mentor once a week until the end of July', '£900 from the early help fund', 'Youth Service'],
  ['No new resource: the school nurse joins the team and looks at sleep first', '', 'Community Health'],
];

/** A day of the panel that has been and one to come, with a few cases of the borough on them. */
export class PanelDays {
  private readonly past: { id: string; on: CivilDate };
  private readonly coming: { id: string; on: CivilDate };
  private decided = 0;
  private waiting = 0;

  constructor(
    private readonly rows: Rows,
    private readonly anchor: CivilDate,
  ) {
    this.past = { id: fixtureId('panel-day', 'past'), on: addDays(anchor, -11) };
    this.coming = { id: fixtureId('panel-day', 'coming'), on: addDays(anchor, 9) };
    this.addMembers();
  }

  /** A case that stands with the panel, or one it decided about two weeks ago. */
  add(frame: Frame, spec: CaseSpec, course: Course): void {
    if (spec.lead === null || course.closedOn !== null) return;
    if (course.state === 'PANEL_REVIEW') this.addWaiting(frame, spec);
    else if (course.state === 'PLAN_ACTIVE' && this.decided < DECIDED.length && isOld(course, this.past.on))
      this.addDecided(frame, spec);
  }

  private addWaiting(frame: Frame, spec: CaseSpec): void {
    const asked = addDays(this.anchor, -4);
    const n = this.waiting;
    this.waiting += 1;
    const withoutNames = n === 2;
    const sent = n < 3;
    const question = withoutNames ? WITHOUT_NAMES.question : (ASKED[n % ASKED.length] ?? '');
    this.addQuestion(frame, spec, question, withoutNames, asked);
    if (!withoutNames) this.addAgreement(frame, spec, asked);
    this.addItem(frame, spec, this.coming.id, n + 1, {
      without_names: withoutNames,
      ...(withoutNames ? WITHOUT_NAMES : {}),
      sent_at: sent ? londonInstant(addDays(this.anchor, -3), '16:00') : null,
    });
    if (sent) this.addPlaces(frame, londonInstant(addDays(this.anchor, -3), '16:00'), 'infinity');
  }

  private addDecided(frame: Frame, spec: CaseSpec): void {
    const asked = addDays(this.past.on, -14);
    const [decision, resources, owner] = DECIDED[this.decided] ?? DECIDED[0] ?? ['', '', ''];
    this.decided += 1;
    const { on } = this.past;
    this.addQuestion(frame, spec, ASKED[this.decided] ?? '', false, asked);
    this.addAgreement(frame, spec, asked);
    const panel = { userId: CHAIR, agencyId: agencyId('panel') };
    frame.rows.add('app.case_fact', 'PLAN', panel, on, {
      kind: 'MOVE',
      said_on: on,
      body: {
        transition: 'T20',
        decision,
        ...(resources ? { resources } : {}),
        owner,
        dueOn: addDays(on, 42),
      },
    });
    const lead = asWho(spec.lead ?? spec.author);
    for (const [transition, from_state, to_state, by, day] of [
      ['T19', 'PLAN_ACTIVE', 'PANEL_REVIEW', lead, asked],
      ['T20', 'PANEL_REVIEW', 'PLAN_ACTIVE', panel, on],
    ] as const)
      frame.rows.add('app.episode_move', 'INVOLVE', by, day, {
        transition,
        from_state,
        to_state,
        happened_on: day,
        recorded: {},
      });
    this.addItem(frame, spec, this.past.id, this.decided, {
      without_names: false,
      status: 'DECIDED',
      sent_at: londonInstant(addDays(on, -7), '16:00'),
      decided_at: londonInstant(on, '11:30'),
    });
    const until = londonInstant(addDays(dueDate('panel.decision.wd', on), 1), '00:00');
    this.addPlaces(frame, londonInstant(addDays(on, -7), '16:00'), until);
  }

  private addQuestion(
    frame: Frame,
    spec: CaseSpec,
    question: string,
    deidentified: boolean,
    on: CivilDate,
  ): void {
    frame.rows.add('app.case_fact', 'PLAN', asWho(spec.lead ?? spec.author), on, {
      kind: 'MOVE',
      said_on: on,
      body: { transition: 'T19', question, deidentified },
    });
  }

  private addAgreement({ episodeId }: Frame, spec: CaseSpec, on: CivilDate): void {
    const by = spec.lead ?? spec.author;
    addAgreement(this.rows, {
      consentId: fixtureId('consent', `${spec.key} panel`),
      lineId: (recipient, category) => fixtureId('line', `${spec.key} panel ${recipient} ${category}`),
      episodeId,
      subjectId: spec.childId,
      giverId: spec.parentId,
      capacity: 'PARENT_PR',
      services: [agencyId('panel')],
      categories: KINDS,
      purposes: ['PANEL'],
      decision: 'GIVEN',
      givenAt: londonInstant(on, '09:00'),
      validFrom: on,
      expiresOn: addDays(on, 180),
      recordedBy: by.userId,
      recordedByAgency: by.agencyId,
    });
  }

  private addItem(
    { episodeId }: Frame,
    spec: CaseSpec,
    dayId: string,
    position: number,
    more: Record<string, unknown>,
  ): void {
    const by = spec.lead ?? spec.author;
    this.rows.add('app.panel_item', {
      id: fixtureId('panel-item', spec.key),
      day_id: dayId,
      episode_id: episodeId,
      position,
      minutes: 20,
      presenter_id: by.userId,
      presenter_agency_id: by.agencyId,
      created_by: by.userId,
      ...more,
    });
  }

  private addPlaces({ episodeId }: Frame, from: string, until: string): void {
    for (const user of members())
      this.rows.add('app.edge', {
        id: fixtureId('edge', `${episodeId} panel ${user}`),
        episode_id: episodeId,
        user_id: user,
        agency_id: agencyId('panel'),
        kind: 'PANEL_AGENDA',
        professional_role: 'OTHER',
        from_at: from,
        until_at: until,
      });
  }

  private addMembers(): void {
    for (const [key, name, title] of MEMBERS) {
      this.rows.add('app.app_user', {
        id: accountOf(key),
        email: `${name.toLowerCase().replace(' ', '.')}@early-help-panel.example`,
        full_name: name,
        vetting_valid_to: addDays(this.anchor, 700),
        training_valid_to: addDays(this.anchor, 300),
      });
      this.rows.add('app.membership', {
        id: fixtureId('membership', key),
        user_id: accountOf(key),
        agency_id: agencyId('panel'),
        role: 'PANEL',
        professional_role: 'OTHER',
        job_title: title,
        valid_from: addDays(this.anchor, -700),
      });
    }
    for (const [day, startsAt, place] of [
      [this.past, '09:30', 'Town hall, committee room 2'],
      [this.coming, '09:30', 'Quayside family hub, blue room'],
    ] as const) {
      this.rows.add('app.panel_day', {
        id: day.id,
        agency_id: agencyId('panel'),
        on_day: day.on,
        starts_at: startsAt,
        place,
        chair_id: CHAIR,
        created_by: userId('mo'),
      });
      members().forEach((user, n) =>
        this.rows.add('app.panel_member', {
          id: fixtureId('panel-member', `${day.id} ${user}`),
          day_id: day.id,
          user_id: user,
          attendance: day === this.past ? (n === 3 ? 'APOLOGIES' : 'CAME') : null,
        }),
      );
    }
  }
}

const accountOf = (key: string): string => fixtureId('user', key);
const members = (): string[] => [CHAIR, ...MEMBERS.map(([key]) => accountOf(key))];

/** The plan was well under way when the panel was asked. */
const isOld = ({ planAgreedOn }: Course, day: CivilDate): boolean =>
  planAgreedOn !== null && planAgreedOn < addDays(day, -45);
