import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

/** A name as somebody types it who may know only part of it. */
export class NamesTyped {
  @IsOptional()
  @IsString({ message: 'Enter the first name' })
  @MaxLength(100, { message: 'A name has at most 100 characters' })
  givenNames?: string;

  @IsOptional()
  @IsString({ message: 'Enter the surname' })
  @MaxLength(100, { message: 'A name has at most 100 characters' })
  familyName?: string;

  @IsOptional()
  @IsBoolean({ message: 'Say whether there is a surname' })
  noSurname?: boolean;
}
