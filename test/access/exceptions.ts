/**
 * The only answers a person without a relation to a case gets: index answers and aggregates, each with the rule that
 * gives them. Everything else must equal the answer for a random id.
 */
export interface Exception {
  /** Method and path as the API document writes them. */
  route: string;
  roles: readonly string[];
  /** REFERENCE rule. */
  rule: string;
  says: string;
  /** Numbers only: no name, id or word of a case may be in them either. */
  figures?: true;
}

/**
 * Roles to whom the index already says that a case exists (rule 6.5): a refusal may tell them why. They still get
 * nothing of it.
 */
export const KNOW_OF_CASES: Readonly<Record<string, string>> = {
  CAFC: '6.5 index rows of all episodes',
  MASH: '6.5 who the child is and who is involved, of any child',
};

export const EXCEPTIONS: readonly Exception[] = [
  {
    route: 'GET /api/my/cases',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'The CAF team holds the index of all cases: name, reference, state, lead professional; no content',
  },
  {
    route: 'GET /api/episodes/{episodeId}',
    roles: ['CAFC', 'MASH'],
    rule: '6.5',
    says: 'The CAF team holds the index of all cases; the safeguarding hub may see who the child is and who is involved',
  },
  {
    route: 'GET /api/episodes/{id}/team',
    roles: ['CAFC', 'MASH'],
    rule: '6.5',
    says: 'Who is involved and how to reach the lead professional; sensitive services leave no trace',
  },
  {
    route: 'GET /api/episodes/{id}/close',
    roles: ['CAFC'],
    rule: '5.2',
    says: 'The CAF team closes some records by itself: the empty form, or the one that waits for its signature',
  },
  {
    route: 'GET /api/episodes/{id}/next-moves',
    roles: ['CAFC', 'MASH'],
    rule: '5.2',
    says: 'Where a registered case stands and what can happen next, by rows of the table; what was written down is content',
  },
  {
    route: 'GET /api/episodes/{id}/consents',
    roles: ['CAFC'],
    rule: '2.3',
    says: 'The CAF team reads and updates the record of agreement, ordinary kinds only',
  },
  {
    route: 'GET /api/episodes/{id}/consents/{consentId}/wording',
    roles: ['CAFC'],
    rule: '2.3',
    says: 'The wording an agreement was given under: the same text for every family, to whoever reads the agreement',
  },
  {
    route: 'GET /api/episodes/{id}/checklist',
    roles: ['CAFC'],
    rule: '2.3',
    says: 'The CAF team reads the checklist of a registered case',
  },
  {
    route: 'PUT /api/shields/{shieldId}/members',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'The CAF team keeps the shields: who is on the list, by the reference of the case',
  },
  {
    route: 'POST /api/shields/{shieldId}/lifting',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'The same: the first of the two who lift one',
  },
  {
    route: 'GET /api/episodes/{episodeId}/why',
    roles: ['CAFC', 'MASH'],
    rule: '6.5',
    says: 'Why the index row, or who the child is and who is involved, is all they see',
  },
  {
    route: 'GET /api/episodes/{episodeId}/blocks',
    roles: ['CAFC'],
    rule: '2.2',
    says: 'The CAF team sets and lifts conflict-of-interest blocks until the officer has confirmed them',
  },
  {
    route: 'GET /api/claims',
    roles: ['CAFC', 'ANLY'],
    rule: '7.1',
    says: 'Families whose needs were evidenced: the CAF team by the reference of the index, the analyst by a made-up one; no name and no need',
  },
  {
    route: 'GET /api/agreements/waiting',
    roles: ['CAFC', 'IGO'],
    rule: '6.10',
    says: 'Agreements to look after: the case’s reference and who leads it, without a child’s name',
  },
  {
    route: 'GET /api/agreements/figures',
    roles: ['AMGR', 'CAFC', 'IGO'],
    rule: '7.2',
    says: 'How often was agreed, refused, taken back and gone without: a manager the own agency’s, the others all',
    figures: true,
  },
  {
    route: 'GET /api/panel-days/{panelDayId}',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'The CAF team keeps the days of the panel: who sits, how many papers wait',
  },
  {
    route: 'GET /api/panel-days/{panelDayId}/items',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'The agenda by the reference of the index: no question and no name',
  },
  {
    route: 'POST /api/panel-days/{panelDayId}/papers',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'Sends the papers: each member’s copy is decided for that member',
  },
  {
    route: 'GET /api/episodes/{id}/panel',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'On which agenda a registered case stands: no question, no decision',
  },
  {
    route: 'PUT /api/panel-items/{panelItemId}',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'The order of the agenda',
  },
  {
    route: 'POST /api/panel-items/{panelItemId}/withdrawal',
    roles: ['CAFC'],
    rule: '6.5',
    says: 'Off the agenda, with a reason from a list',
  },
  {
    route: 'POST /api/consent-disputes/{id}/decide',
    roles: ['CAFC'],
    rule: '5.5',
    says: 'The CAF team decides where people with parental responsibility disagree',
  },
  {
    route: 'GET /api/consultations',
    roles: ['CAFC'],
    rule: '5.5',
    says: 'The CAF team is part of every consultation; what is written holds nothing that says who the child is',
  },
  {
    route: 'GET /api/consultations/{id}',
    roles: ['CAFC'],
    rule: '5.5',
    says: 'The same, one at a time',
  },
  {
    route: 'POST /api/consultations/{id}/hold',
    roles: ['CAFC'],
    rule: '5.5',
    says: 'The CAF team writes down what was advised',
  },
  {
    route: 'GET /api/contact-requests',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'Questions for brokered contact wait with the CAF team: the case’s reference, who asks and what for',
  },
  {
    route: 'POST /api/contact-requests/{id}/take',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'A question for brokered contact goes to the CAF team, whoever asks it',
  },
  {
    route: 'GET /api/shield-requests',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'Questions for a shield wait with the CAF team: the case’s reference, who asks and why',
  },
  {
    route: 'POST /api/shield-requests/{shieldRequestId}/decline',
    roles: ['CAFC'],
    rule: '6.8',
    says: 'A question for a shield goes to the CAF team, whoever asks it',
  },
  {
    route: 'GET /api/enquiries/{id}',
    roles: ['CAFC'],
    rule: '1.3',
    says: 'A request for support is sent to the CAF team, with the family’s yes',
  },
  {
    route: 'GET /api/enquiry-queue',
    roles: ['CAFC'],
    rule: '1.3',
    says: 'The same, what waits for a decision',
  },
  {
    route: 'GET /api/safeguarding-referrals',
    roles: ['CAFC', 'MASH'],
    rule: '6.7',
    says: 'Every referral reaches the safeguarding hub and the CAF team, whoever it is about',
  },
  {
    route: 'GET /api/safeguarding-referrals/{id}',
    roles: ['CAFC', 'MASH'],
    rule: '6.7',
    says: 'The same, one at a time',
  },
  {
    route: 'GET /api/episodes/{episodeId}/break-glass',
    roles: ['CAFC', 'MASH'],
    rule: '6.7a',
    says: 'The CAF team and the safeguarding hub may open any record in an emergency, for an hour and reviewed',
  },
  {
    route: 'POST /api/episodes/{episodeId}/break-glass',
    roles: ['CAFC', 'MASH'],
    rule: '6.7a',
    says: 'The same: everybody concerned is told at once',
  },
  {
    route: 'GET /api/episodes/{episodeId}/disclosures',
    roles: ['CAFC', 'MASH'],
    rule: '6.7',
    says: 'Sharing without agreement reaches the CAF team’s queue; the hub sees its own records only',
  },
  {
    route: 'GET /api/disclosures/{id}',
    roles: ['CAFC'],
    rule: '6.7',
    says: 'That something was shared, on what ground and with whom, without its words',
  },
  {
    route: 'GET /api/break-glass/{id}',
    roles: ['CAFC'],
    rule: '6.7a',
    says: 'Who broke the glass and when, by a number: no case, child or reason',
  },
  {
    route: 'POST /api/break-glass/{id}/seen',
    roles: ['CAFC'],
    rule: '6.7a',
    says: 'The same',
  },
  {
    route: 'GET /api/access-reviews/{id}',
    roles: ['CAFC'],
    rule: '6.7a',
    says: 'The queue of access without agreement is the CAF team’s to look on',
  },
  {
    route: 'GET /api/reports/attendance',
    roles: ['AMGR', 'CAFC', 'ANLY'],
    rule: '7.1',
    says: 'Invitations to meetings by agency or role and month: the own agency, all agencies, or with small numbers hidden',
    figures: true,
  },
  {
    route: 'GET /api/reports/attendance/cell',
    roles: ['AMGR', 'CAFC'],
    rule: '7.1',
    says: 'Which workers were asked in a month and what came of it, without case, child or day',
    figures: true,
  },
  {
    route: 'GET /api/reports/late-reports',
    roles: ['AMGR', 'CAFC'],
    rule: '7.1',
    says: 'Which workers owe a report, without case or child',
    figures: true,
  },
  {
    route: 'GET /api/reports/progress',
    roles: ['AMGR', 'CAFC', 'ANLY'],
    rule: '7.1',
    says: 'Cases by stage, children by age, what is overdue: the own agency, everywhere, or with small numbers hidden',
    figures: true,
  },
  {
    route: 'GET /api/reports/caseloads',
    roles: ['AMGR', 'CAFC'],
    rule: '7.1',
    says: 'How many cases each worker leads',
    figures: true,
  },
];
