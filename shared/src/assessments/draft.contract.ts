import { IsBoolean, IsDateString, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** Forms whose half-written sections are kept, and what their record is. */
export const DRAFT_FORMS = {
  caf: 'assessment',
  checklist: 'episode',
  consent: 'episode',
  note: 'episode',
  plan: 'episode',
  review: 'episode',
  closure: 'episode',
  minutes: 'meeting',
  worry: 'self',
  referral: 'self',
  enquiry: 'self',
  sharing: 'episode',
  contribution: 'self',
  'step-in': 'self',
} as const;
export type DraftForm = keyof typeof DRAFT_FORMS;

export const DRAFT_MAX = 100_000;

export class SaveDraft {
  /** What was typed, in whatever shape the screen keeps it. */
  @IsString({ message: 'Send what was typed' })
  @Length(1, DRAFT_MAX, { message: 'A draft holds up to 100,000 characters' })
  content!: string;

  /** The stored version it was begun on. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  baseVersion!: number;
}

export class DraftView {
  @IsBoolean()
  found!: boolean;

  @IsOptional()
  @IsString()
  content!: string | null;

  @IsInt()
  baseVersion!: number;

  @IsOptional()
  @IsDateString()
  savedAt!: string | null;
}

export class DraftSavedView {
  @IsDateString()
  savedAt!: string;
}
