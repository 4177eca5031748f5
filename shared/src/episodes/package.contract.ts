import { IsDateString, IsInt, IsString, IsUUID, Length, MaxLength, MinLength } from 'class-validator';
import { Texts } from '../shapes/index.js';

/** What goes to the area a family moves to, made for whoever is asked there. */
export class MakePackage {
  @IsString({ message: 'Name who receives it' })
  @MinLength(2, { message: 'Name who receives it' })
  @MaxLength(200, { message: 'Keep the name under 200 characters' })
  receiver!: string;
}

export class PackageView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  receiver!: string;

  @IsDateString()
  madeAt!: string;

  @IsString()
  madeBy!: string;

  /** SHA-256 of the text, to prove later what was sent. */
  @Length(64, 64)
  fingerprint!: string;

  /** Kinds of information in it. */
  @Texts()
  categories!: string[];

  @IsInt()
  paragraphs!: number;

  @IsString()
  text!: string;
}
