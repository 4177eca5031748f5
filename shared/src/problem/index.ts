/** Body of every refusal (content type application/problem+json). */
export interface Problem {
  status: number;
  /** Stable; the language files hold the words. */
  code: string;
  /** Quote this when asking for help; empty for NOT_FOUND. */
  reference: string;
  detail?: string;
  /** Path in the command that was sent, to messages. */
  fields?: Record<string, string[]>;
  /** For a conflict: what is stored now, limited to what this person may see. */
  data?: Record<string, unknown>;
}
