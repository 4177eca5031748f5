import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class SignIn {
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(128)
  password!: string;
}

/** The password again, before something that must not be done from a screen left open. */
export class ProveSession {
  @IsString({ message: 'Enter your password' })
  @MinLength(1, { message: 'Enter your password' })
  @MaxLength(128, { message: 'Enter your password' })
  password!: string;
}

export class ChangeHat {
  @IsUUID()
  membershipId!: string;
}

export class MembershipView {
  @IsUUID()
  id!: string;

  @IsString()
  role!: string;

  @IsString()
  jobTitle!: string;

  @IsOptional()
  @IsUUID()
  agencyId!: string | null;

  @IsOptional()
  @IsString()
  agencyName!: string | null;
}

export class UserView {
  @IsUUID()
  id!: string;

  @IsString()
  fullName!: string;

  @IsString()
  email!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  @IsOptional()
  @IsUUID()
  personId!: string | null;
}

export class SettingsView {
  @IsInt()
  idleMinutes!: number;

  @IsBoolean()
  demo!: boolean;

  /** Words an authority may set, e.g. leadProfessional. */
  @IsObject()
  terms!: Record<string, string>;

  @IsString()
  hideKey!: string;
}

/** Who is signed in, what they may do at all (CASL rules, no conditions), and the settings screens need. */
export class MeView {
  @ValidateNested()
  @Type(() => UserView)
  user!: UserView;

  @ValidateNested()
  @Type(() => MembershipView)
  membership!: MembershipView;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MembershipView)
  memberships!: MembershipView[];

  /** Rules for CASL's ability: `[{action, subject}]`. */
  @IsArray()
  abilities!: { action: string; subject: string }[];

  @ValidateNested()
  @Type(() => SettingsView)
  settings!: SettingsView;

  @IsISO8601()
  now!: string;

  @IsString()
  today!: string;
}

export class SessionOpened {
  /** Also set as the readable cookie `encircle-csrf`; send it back as `x-csrf-token`. */
  @IsString()
  csrfToken!: string;
}

export class SessionTouched {
  @IsOptional()
  @IsISO8601()
  endsAt!: string | null;
}

export class DemoSignIn {
  @IsString()
  email!: string;

  @IsString()
  name!: string;

  @IsString()
  role!: string;

  @IsString()
  agency!: string;

  @IsString()
  what!: string;
}

export class DemoSignIns {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DemoSignIn)
  items!: DemoSignIn[];

  @IsString()
  password!: string;
}
