import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
} from 'class-validator';

/** SEEN: read and signed off. RETURNED: something is to be changed. NOTE: about the case as a whole. None of them holds anything up. */
export const OVERSIGHT_KINDS = ['SEEN', 'RETURNED', 'NOTE'] as const;
export type OversightKind = (typeof OVERSIGHT_KINDS)[number];

/** What a manager, or the CAF team, writes about one version of an assessment. */
export class WriteOversight {
  @IsIn(['SEEN', 'RETURNED'], { message: 'Say whether you have read it or return it for changes' })
  kind!: 'SEEN' | 'RETURNED';

  @IsOptional()
  @IsString({ message: 'Write your note' })
  @MaxLength(2000, { message: 'Keep the note under 2,000 characters' })
  words?: string;

  /** The parts of the form that are to be changed. */
  @IsOptional()
  @IsArray({ message: 'Choose the parts to change' })
  @ArrayMaxSize(60)
  @ArrayUnique({ message: 'Each part is chosen once' })
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sections?: string[];
}

/** About the case as a whole. */
export class NoteOversight {
  @IsString({ message: 'Write your note' })
  @Length(5, 2000, { message: 'Write your note, in 5 to 2,000 characters' })
  words!: string;
}

/** What was done about it, by whoever wrote or leads. */
export class AnswerOversight {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsString({ message: 'Say what you did about it' })
  @Length(5, 2000, { message: 'Say what you did about it, in 5 to 2,000 characters' })
  words!: string;
}
