import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** Someone without an account: a landlord, a faith worker, a colleague not on the system. */
export class Guest {
  @IsString({ message: 'Enter the guest’s name' })
  @MinLength(2, { message: 'Enter the guest’s name' })
  @MaxLength(120, { message: 'The name is too long: 120 characters at most' })
  name!: string;

  /** The family's agreement is asked for this agency as for any other. */
  @IsUUID(undefined, { message: 'Choose the agency the guest comes from' })
  agencyId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  professionalRole?: string;
}

/** One person to invite: exactly one of worker, family member or guest. */
export class Invitee {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a worker of the team' })
  userId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose someone of the family' })
  personId?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Guest)
  guest?: Guest;

  /** Needed (default) or welcome. */
  @IsOptional()
  @IsBoolean()
  required?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'Why they are asked: 300 characters at most' })
  reason?: string;
}
