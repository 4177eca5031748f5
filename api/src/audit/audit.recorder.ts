import type { Channel } from '@encircle/shared/policy';

/** One audit row: ids, kinds and field names only, never a name or a word of the record. */
export interface AuditFacts {
  /** Past tense where something changed, e.g. `meeting.attendance-recorded`. Default: the handler's permission. */
  action?: string;
  outcome?: 'ALLOW' | 'LIMITED' | 'DENY' | 'DENY_HIDE' | 'FAILED';
  episodeId?: string | null;
  childIds?: readonly string[];
  /** Kinds of information disclosed or changed. */
  categories?: readonly string[];
  /** Why it was allowed: ids of the facts used, reason codes. */
  basis?: readonly string[];
  channel?: Channel;
  count?: number;
  queryHash?: string;
  fields?: readonly string[];
}
