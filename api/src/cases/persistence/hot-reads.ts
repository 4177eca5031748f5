import type { EpisodeFacts } from '@encircle/shared/policy';
import type { Entered } from '#api/platform/database/unit-of-work.js';
import type { Statement } from '#api/platform/database/ask-once.js';
import type { CaseRows } from '#api/cases/domain/case-rows.js';

export interface CaseloadAnswer {
  entered: Entered | null;
  /** The page as JSON text, made in SQL; null when rule R01 stopped the actor. */
  body: string | null;
}

export interface CaseloadAsked {
  open: boolean;
  state: string | null;
  part: string | null;
  afterDay: string;
  afterId: string;
  limit: number;
  count: boolean;
}

export const caseload = (asked: CaseloadAsked): Statement => ({
  name: 'hot-caseload',
  text: 'select entered, body from hot.caseload($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
  values: [asked.open, asked.state, asked.part, asked.afterDay, asked.afterId, asked.limit, asked.count],
});

export interface CaseOpenedAnswer {
  entered: Entered | null;
  facts: EpisodeFacts | null;
  content: CaseRows | null;
}

export const caseOpened = (episodeId: string): Statement => ({
  name: 'hot-case-opened',
  text: 'select entered, facts, content from hot.case_opened($1, $2, $3, $4, $5)',
  values: [episodeId],
});
