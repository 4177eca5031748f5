import { addDays } from '@encircle/shared/dates';
import { CAF_V1, splitAnswers, type FormSection, type SectionAnswers } from '@encircle/shared/forms';
import type { Client, Program } from '../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from './children.js';
import { anAgreement, ORDINARY } from './consents.js';
import { anEpisode, type Episode } from './episodes.js';
import type { Worker } from './people.js';

export interface AssessingWorld {
  child: Person;
  mia: Person;
  episode: Episode;
}

/** A child with what completion asks of the record, a mother who agreed, and an episode in the state ASSESSING. */
export async function anAssessingCase(
  program: Program,
  author: Worker,
  over: { others?: readonly Worker[]; categories?: readonly string[]; state?: string } = {},
): Promise<AssessingWorld> {
  const child = await aChild(program, {
    givenNames: 'Ava',
    familyName: 'Ames',
    postcode: 'QX1 2AB',
    school: 'Northway Primary',
  });
  const mia = await anAdult(program, { givenNames: 'Mia', familyName: 'Ames' });
  await relativeOf(program, child, mia);
  const episode = await anEpisode(program, {
    children: [child],
    author,
    team: over.others ?? [],
    state: over.state ?? 'ASSESSING',
    agreedOn: '2026-01-12',
  });
  const agencies = [author, ...(over.others ?? [])].map((each) => each.agency);
  await anAgreement(
    program,
    episode,
    child,
    mia,
    agencies.map((agency) => ({ agency, categories: over.categories ?? ORDINARY })),
  );
  return { child, mia, episode };
}

export interface AssessmentBody {
  id: string;
  version: number;
  versionNo: number;
  status: string;
  contentHash: string | null;
  previousId: string | null;
  dueOn: string | null;
  problems: { section: string; field: string; words: string }[];
  sections: {
    key: string;
    mark: string;
    mayWrite: boolean;
    parts: {
      id: string;
      category: string;
      answers: Record<string, unknown>;
      version: number;
      mine: boolean;
      carried: boolean;
      savedBy: string;
    }[];
  }[];
  mayComplete: boolean;
}

export async function aStartedAssessment(client: Client, episode: { id: string }): Promise<AssessmentBody> {
  const answer = await client.post<AssessmentBody>(`/api/episodes/${episode.id}/assessments`, {});
  if (answer.status !== 201) throw new Error(`the assessment did not start: ${answer.text}`);
  return answer.body;
}

/** What a whole form is answered with: nothing clever, nothing missing. */
export function wholeAnswers(section: FormSection, on: string): SectionAnswers {
  if (section.element !== undefined)
    return {
      status: 'ASSESSED',
      strengths: `${section.title}: something that goes well, seen on Monday.`,
      strengthsSources: ['OBSERVED'],
      needs: `${section.title}: something that would help, two days in five.`,
      needsSources: ['CHILD_SAID', 'PARENT_SAID'],
    };
  return OTHERS(on)[section.key] ?? {};
}

const OTHERS = (on: string): Record<string, SectionAnswers> => ({
  who: {
    existingChecked: true,
    existingCheckedOn: on,
    presentingIssues: ['SCHOOL_ATTENDANCE'],
    primaryIssue: 'SCHOOL_ATTENDANCE',
    reason: 'Ava missed 12 days since January. Her mum asked school for help.',
    homeSituation: 'Ava lives with Mia.',
    peoplePresent: [
      { name: 'Ava', capacity: 'Child' },
      { name: 'Mia', capacity: 'Mother' },
    ],
    childSeen: 'SEEN_ALONE',
    services: [{ service: 'Northway Primary', universal: true }],
    levelOfNeed: 3,
  },
  child: { likes: 'I like drawing foxes.', howTold: 'DRAWING', toldTo: 'Lena', toldOn: on },
  conclusions: {
    overallStrengths: 'Kind and curious.\nGood at drawing.',
    overallNeeds: 'Mornings without tears.',
    conclusion: 'ADDITIONAL_NEEDS_MULTI_SERVICE',
    changesWanted: 'We want mornings without tears.',
    howWeWillKnow: 'Ava walks in on four mornings of five.',
    harmSeen: false,
  },
  hopes: {
    outcomes: [{ statement: 'Ava is in school every Monday', agreedWith: ['CHILD'], elements: ['D04'] }],
    actions: [{ text: 'Meet Ava at the gate', owner: 'Lena', byWhen: '2026-02-20' }],
    reviewOn: addDays(on, 33),
  },
  words: {
    childComment: 'It is right.',
    childCommentMethod: 'SPOKEN',
    childCommentOn: on,
    parentComments: [{ who: 'Mia', comment: 'I agree with it.' }],
    disagreement: false,
    copies: [{ who: 'Mia', method: 'PAPER' }],
  },
});

/** Answers every section of the form through the API. */
export async function answerEverything(
  client: {
    put: (
      path: string,
      body: unknown,
    ) => Promise<Pick<Awaited<ReturnType<Client['put']>>, 'status' | 'text'>>;
  },
  assessmentId: string,
  on: string,
): Promise<void> {
  for (const section of CAF_V1.sections) {
    const parts = splitAnswers(section, wholeAnswers(section, on)).map((part) => ({
      category: part.category,
      answers: part.answers,
      version: 0,
    }));
    if (parts.length === 0) continue;
    const saved = await client.put(`/api/assessments/${assessmentId}/sections/${section.key}`, { parts });
    if (saved.status !== 200) throw new Error(`${section.key} was not saved: ${saved.text}`);
  }
  const identity = await client.put(`/api/assessments/${assessmentId}/identity`, {
    ethnicity: 'WHITE_BRITISH',
    firstLanguage: 'English',
    parentLanguage: 'English',
    interpreterNeeded: false,
    disabled: 'NO',
  });
  if (identity.status !== 200) throw new Error(`identity was not saved: ${identity.text}`);
}
