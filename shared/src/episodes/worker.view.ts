import { IsString, IsUUID } from 'class-validator';
import { MaybeText } from '../shapes/index.js';

/** Somebody who works on a case: who, for whom and as what. */
export class WorkerOnCase {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @MaybeText()
  phone!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agency!: string;

  /** AUTHOR, LP or TACM */
  @IsString()
  kind!: string;

  @MaybeText()
  jobTitle!: string | null;
}
