import type { EpisodeFacts } from '@encircle/shared/policy';

export interface FoundLead {
  fullName: string;
  phone: string | null;
  agencyName: string;
  jobTitle: string | null;
}

export interface FoundRow {
  ref: string;
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  dateOfBirth: string | null;
}

/** One child of one episode whose keys equal what was typed; the policy decides what may be said of it. */
export interface IndexMatch {
  subjectId: string;
  keys: string[];
  facts: EpisodeFacts;
  lead: FoundLead | null;
  row: FoundRow | null;
}

export interface KnownRow {
  childId: string;
  episodeId: string | null;
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  dateOfBirth: string | null;
  createdBy: string | null;
  place: string | null;
}

export interface KnownDetails {
  otherNames: Map<string, string[]>;
  postcodes: Map<string, string[]>;
  nhsNumbers: Map<string, string[]>;
  settings: Map<string, string>;
}
