import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ADDED_TYPES, ANSWERS_MAX } from '../forms/index.js';

/** A question added to the draft of the next version. */
export class AddQuestion {
  @IsString({ message: 'Choose the part it belongs to' })
  @MaxLength(40)
  section!: string;

  @IsIn(ADDED_TYPES, { message: 'Choose how it is answered' })
  type!: (typeof ADDED_TYPES)[number];

  @IsString({ message: 'Write the question' })
  @Length(5, 150, { message: 'Write the question in 5 to 150 characters' })
  label!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Keep the line beneath it under 200 characters' })
  hint?: string;

  @IsBoolean({ message: 'Say whether it has to be answered' })
  required!: boolean;

  /** What one may choose from, in this order; for questions answered by choosing. */
  @IsOptional()
  @IsArray({ message: 'Write the answers, one on each line' })
  @ArrayMaxSize(ANSWERS_MAX, { message: `Write at most ${ANSWERS_MAX} answers` })
  @IsString({ each: true, message: 'Write the answers, one on each line' })
  @Length(1, 80, { each: true, message: 'Keep each answer under 80 characters' })
  answers?: string[];

  /** The version of the draft that was seen; 0 to begin one. */
  @IsInt({ message: 'Send the version of the draft you saw' })
  @Min(0)
  rowVersion!: number;
}

export class ChangeFormDraft {
  @IsInt({ message: 'Send the version of the draft you saw' })
  @Min(1)
  rowVersion!: number;
}

export class OwnAnswerView {
  @IsString()
  code!: string;

  @IsString()
  label!: string;
}

export class AddedQuestionView {
  @IsString()
  key!: string;

  @IsString()
  section!: string;

  @IsIn(ADDED_TYPES)
  type!: (typeof ADDED_TYPES)[number];

  @IsString()
  label!: string;

  @IsOptional()
  @IsString()
  hint!: string | null;

  @IsBoolean()
  required!: boolean;

  /** Empty where the question is not answered by choosing. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnAnswerView)
  answers!: OwnAnswerView[];
}

export class FormVersionView {
  @IsString()
  version!: string;

  @IsIn(['DRAFT', 'PUBLISHED'])
  status!: 'DRAFT' | 'PUBLISHED';

  @IsInt()
  rowVersion!: number;

  @IsOptional()
  @IsDateString()
  publishedOn!: string | null;

  @IsOptional()
  @IsString()
  publishedBy!: string | null;

  /** The area's own questions, all of them: those of the version before and the new ones. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AddedQuestionView)
  questions!: AddedQuestionView[];

  /** New work begins with it. */
  @IsBoolean()
  inForce!: boolean;
}

export class FormVersionsView {
  @IsString()
  code!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FormVersionView)
  items!: FormVersionView[];

  /** Parts a question can be added to: key and title. */
  @IsArray()
  @IsObject({ each: true })
  sections!: { key: string; title: string }[];
}
