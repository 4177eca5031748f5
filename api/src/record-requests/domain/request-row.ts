import type { RequestStatus } from '@encircle/shared/record-requests';

/** A request as the database hands it over. */
export interface RequestRow {
  id: string;
  version: number;
  reference: string;
  episodeId: string;
  episodeRef: string;
  childId: string;
  child: string;
  kind: 'SUBJECT_ACCESS' | 'COURT_COPY';
  status: RequestStatus;
  requester: string;
  capacity: 'SELF' | 'PARENT' | 'SOLICITOR' | 'COURT';
  forPersonId: string | null;
  forPerson: string | null;
  receivedOn: string;
  identityProvenOn: string | null;
  identityHow: string | null;
  dueOn: string | null;
  extendedBy: number | null;
  extensionReason: string | null;
  childAnswer: 'AGREES' | 'SAYS_NO' | null;
  childWords: string | null;
  refusalGround: 'CHILD_DECIDES' | 'NOT_ENTITLED' | 'NOT_PROVEN' | 'EXCESSIVE' | null;
  reason: string | null;
  located: boolean;
  always: string[];
  packedById: string | null;
  packedBy: string | null;
  checkedBy: string | null;
  digest: string | null;
  sentOn: string | null;
  sentHow: string | null;
  proof: string | null;
  createdKey: string;
  /** This officer has a live task on it. */
  mine: boolean;
}
