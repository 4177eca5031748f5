import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

/** A heading and the sentences under it. */
export class CopySectionView {
  @IsString()
  heading!: string;

  @IsArray()
  @IsString({ each: true })
  words!: string[];
}

/** What a family takes home. */
export class FamilyCopyView {
  @IsUUID()
  giverPersonId!: string;

  /** "What Mia is happy for us to share about Ava" */
  @IsString()
  title!: string;

  /** Civil date of the copy. */
  @IsString()
  date!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CopySectionView)
  sections!: CopySectionView[];
}

export class CopyQuery {
  /** Whose agreement; default whoever agreed last. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whose copy' })
  giver?: string;
}
