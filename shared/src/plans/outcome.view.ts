import { IsArray, IsInt, IsNumber, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybeText, Parts, Texts } from '../shapes/index.js';

export class RatingView {
  @IsUUID()
  id!: string;

  @IsNumber()
  value!: number;

  @IsString()
  ratedOn!: string;

  @IsString()
  rater!: string;
}

export class OutcomeView {
  @IsUUID()
  id!: string;

  /** The child it is for; null: of the whole record. */
  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsInt()
  position!: number;

  @MaybeText()
  need!: string | null;

  @MaybeText()
  elementCode!: string | null;

  @IsString()
  statement!: string;

  @Texts()
  agreedWith!: string[];

  @MaybeText()
  ecmOutcome!: string | null;

  @IsArray()
  @IsInt({ each: true })
  familyOutcomes!: number[];

  @MaybeText()
  measure!: string | null;

  @IsInt()
  scaleLow!: number;

  @IsInt()
  scaleHigh!: number;

  @MaybeText()
  lowWords!: string | null;

  @MaybeText()
  highWords!: string | null;

  @IsString()
  better!: string;

  @MaybeText()
  rater!: string | null;

  @IsOptional()
  @IsNumber()
  baselineValue!: number | null;

  @MaybeText()
  baselineOn!: string | null;

  @IsOptional()
  @IsNumber()
  targetValue!: number | null;

  @MaybeText()
  targetOn!: string | null;

  @IsString()
  status!: string;

  @IsString()
  category!: string;

  /** Later scores, earliest first. */
  @Parts(() => RatingView)
  ratings!: RatingView[];

  /** The change since the start by the same rater, in words; null when there are not two scores to compare. */
  @MaybeText()
  travelled!: string | null;

  @IsInt()
  version!: number;
}
