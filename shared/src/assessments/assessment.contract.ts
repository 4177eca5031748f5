import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DISABLED, ETHNICITY, IMMIGRATION_STATUSES, RELIGIONS } from '../codes/index.js';
import { CATEGORIES } from '../policy/index.js';

/** One part of a section: one kind of information about one person, written by one service. */
export class SectionPartTyped {
  @IsIn(CATEGORIES, { message: 'Say what kind of information this is' })
  category!: (typeof CATEGORIES)[number];

  /** The adult whose own information it is; left out for the child's. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the adult it is about' })
  aboutPersonId?: string | null;

  /** Answers by field of the form; empty to take a part out. */
  @IsObject({ message: 'Send the answers' })
  answers!: Record<string, unknown>;

  /** 0 for a part that is new, else the version that was read. */
  @IsInt({ message: 'Send the version you saw' })
  @Min(0)
  version!: number;
}

export class SaveSection {
  /** The child it is about; the first child of the case when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId?: string;

  @IsArray({ message: 'Send the parts of the section' })
  @ArrayMinSize(1, { message: 'Send the parts of the section' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SectionPartTyped)
  parts!: SectionPartTyped[];

  /** In a family record, what is about parents and home: the children it is said of, this one among them. */
  @IsOptional()
  @IsArray({ message: 'Choose the children it is about' })
  @ArrayMinSize(1, { message: 'Choose the children it is about' })
  @ArrayMaxSize(12)
  @ArrayUnique({ message: 'Each child is chosen once' })
  @IsUUID(undefined, { each: true, message: 'Choose the children it is about' })
  appliesTo?: string[];
}

export class CompleteAssessment {
  @IsInt({ message: 'Send the version of the assessment you saw' })
  @Min(1)
  version!: number;
}

/** What the form shows but the child's own record keeps (rule 3.2). Left out: not changed; null: not asked. */
export class SaveIdentityFacts {
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  @IsOptional()
  @IsIn(ETHNICITY.codes, { message: 'Choose the ethnicity the family gave' })
  ethnicity?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Keep it under 100 characters' })
  ethnicityText?: string | null;

  @IsOptional()
  @IsString({ message: 'Enter the first language' })
  @MaxLength(60, { message: 'Keep it under 60 characters' })
  firstLanguage?: string | null;

  /** Of who looks after the child. */
  @IsOptional()
  @IsString({ message: 'Enter the first language of the parents' })
  @MaxLength(60, { message: 'Keep it under 60 characters' })
  parentLanguage?: string | null;

  @IsOptional()
  @IsBoolean({ message: 'Say whether an interpreter or signer is needed' })
  interpreterNeeded?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  interpreterLanguage?: string | null;

  /** Booked for what is planned; a meeting says so while it is not. */
  @IsOptional()
  @IsBoolean({ message: 'Say whether the interpreter is arranged' })
  interpreterArranged?: boolean | null;

  @IsOptional()
  @IsIn(DISABLED.codes, { message: 'Say whether the child has a disability' })
  disabled?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  disabilityDetail?: string | null;

  @IsOptional()
  @IsIn(RELIGIONS.codes, { message: 'Choose the religion from the list' })
  religion?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Keep it under 100 characters' })
  religionText?: string | null;

  /** Access, signing, childcare, times: what has to be thought of so that the family can take part. */
  @IsOptional()
  @IsString()
  @MaxLength(1000, { message: 'Keep it under 1,000 characters' })
  requirements?: string | null;

  @IsOptional()
  @IsIn(IMMIGRATION_STATUSES.codes, { message: 'Choose the immigration status from the list' })
  immigration?: string | null;
}
