import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { RepairView } from '../recording/index.js';
import { CATEGORIES } from '../policy/index.js';
import { SECTION_MARKS } from './section-mark.js';

/** A stored part this reader may see. */
export class SectionPartView {
  @IsUUID()
  id!: string;

  @IsIn(CATEGORIES)
  category!: string;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsObject()
  answers!: Record<string, unknown>;

  @IsInt()
  version!: number;

  @IsString()
  savedBy!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsDateString()
  savedAt!: string;

  /** The reader's own service wrote it and may change it. */
  @IsBoolean()
  mine!: boolean;

  /** Taken over from the version before and not looked at since. */
  @IsBoolean()
  carried!: boolean;

  /** Said once of these children, as far as the reader may know; empty: of this child alone. */
  @IsArray()
  @IsUUID(undefined, { each: true })
  appliesTo!: string[];
}

export class SectionView {
  @IsString()
  key!: string;

  @IsIn(SECTION_MARKS)
  mark!: (typeof SECTION_MARKS)[number];

  @IsBoolean()
  mayWrite!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SectionPartView)
  parts!: SectionPartView[];
}

export class CompletionProblemView {
  @IsString()
  section!: string;

  @IsString()
  field!: string;

  @IsString()
  code!: string;

  @IsString()
  words!: string;
}

export class AssessmentPersonView {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  /** SUBJECT, or who the adult is to the child */
  @IsString()
  kind!: string;

  @IsOptional()
  @IsInt()
  age!: number | null;
}

export class IdentityFactsView {
  @IsOptional()
  @IsString()
  names!: string | null;

  @IsOptional()
  @IsDateString()
  dateOfBirth!: string | null;

  @IsOptional()
  @IsDateString()
  dueDate!: string | null;

  @IsOptional()
  @IsString()
  sex!: string | null;

  @IsBoolean()
  hasCurrentAddress!: boolean;

  @IsBoolean()
  settingRecorded!: boolean;

  @IsOptional()
  @IsString()
  ethnicity!: string | null;

  @IsOptional()
  @IsString()
  ethnicityText!: string | null;

  @IsOptional()
  @IsString()
  firstLanguage!: string | null;

  @IsOptional()
  @IsString()
  parentLanguage!: string | null;

  @IsOptional()
  @IsBoolean()
  interpreterNeeded!: boolean | null;

  @IsOptional()
  @IsString()
  interpreterLanguage!: string | null;

  @IsOptional()
  @IsBoolean()
  interpreterArranged!: boolean | null;

  @IsOptional()
  @IsString()
  disabled!: string | null;

  @IsOptional()
  @IsString()
  disabilityDetail!: string | null;

  @IsOptional()
  @IsString()
  religion!: string | null;

  @IsOptional()
  @IsString()
  religionText!: string | null;

  @IsOptional()
  @IsString()
  requirements!: string | null;

  @IsOptional()
  @IsString()
  immigration!: string | null;

  /** The kinds of information of this card that the reader may see; what is of another kind is empty. */
  @IsArray()
  @IsIn(CATEGORIES, { each: true })
  kinds!: (typeof CATEGORIES)[number][];

  @IsInt()
  adults!: number;
}

export class AssessmentRow {
  @IsUUID()
  id!: string;

  @IsUUID()
  episodeId!: string;

  @IsInt()
  versionNo!: number;

  @IsString()
  status!: string;

  @IsDateString()
  startedOn!: string;

  @IsOptional()
  @IsDateString()
  completedOn!: string | null;

  @IsString()
  startedBy!: string;

  /** Last day on which whoever began it may mend a mistake; null for everybody else, and once it is complete. */
  @IsOptional()
  @IsString()
  mendUntil!: string | null;
}

export class AssessmentsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AssessmentRow)
  items!: AssessmentRow[];

  /** What was taken off this record, put under another child or came here by mending, newest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RepairView)
  repairs!: RepairView[];

  /** May begin a version now. */
  @IsBoolean()
  mayStart!: boolean;

  /** Why not, in words; null when it may be begun. */
  @IsOptional()
  @IsString()
  whyNot!: string | null;
}

export class AssessmentView extends AssessmentRow {
  @IsString()
  formCode!: string;

  @IsString()
  formVersion!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  subjectId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AssessmentPersonView)
  children!: AssessmentPersonView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AssessmentPersonView)
  adults!: AssessmentPersonView[];

  @IsOptional()
  @IsDateString()
  dueOn!: string | null;

  @IsOptional()
  @IsString()
  contentHash!: string | null;

  /** Sections the reader may see, in the order of the form. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SectionView)
  sections!: SectionView[];

  /** What is still missing, for whoever may complete it; empty for others. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CompletionProblemView)
  problems!: CompletionProblemView[];

  @IsBoolean()
  mayComplete!: boolean;

  /** Null for a reader who may not see identity. */
  @IsOptional()
  @ValidateNested()
  @Type(() => IdentityFactsView)
  identity!: IdentityFactsView | null;

  /** The version before, where there is one. */
  @IsOptional()
  @IsUUID()
  previousId!: string | null;
}

/** After a save: the section as it stands, and the mark beside its name. */
export class SectionSavedView {
  @ValidateNested()
  @Type(() => SectionView)
  section!: SectionView;

  @IsDateString()
  savedAt!: string;
}

/** A form as data: a screen can be drawn from it without knowing its questions. */
export class FormView {
  @IsString()
  code!: string;

  @IsString()
  version!: string;

  @IsString()
  title!: string;

  @IsArray()
  @IsObject({ each: true })
  groups!: object[];

  @IsArray()
  @IsObject({ each: true })
  sections!: object[];
}
