import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PRESENTING_ISSUES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import { MaybeText, Parts, Texts } from '../shapes/index.js';

const LEVELS = [1, 2, 3, 4] as const;
const OLDEST = 25;

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** What one looks for among the services of the area. */
export class ServiceQuery extends PageQuery {
  /** Words of its name or of what it does. */
  @IsOptional()
  @IsString({ message: 'Enter what you look for' })
  @MaxLength(80, { message: 'Look for at most 80 characters' })
  q?: string;

  @IsOptional()
  @Transform(number)
  @IsInt({ message: 'Enter an age in years' })
  @Min(0, { message: 'Enter an age in years' })
  @Max(OLDEST, { message: 'Enter an age of 25 at most' })
  age?: number;

  @IsOptional()
  @Transform(number)
  @IsIn([...LEVELS], { message: 'Choose a level from 1 to 4' })
  level?: number;

  @IsOptional()
  @IsIn([...PRESENTING_ISSUES.codes], { message: 'Choose what it is about from the list' })
  topic?: string;
}

/** A service as the CAF team keeps it; keeping it says that it was checked today. */
export class KeepService {
  @IsUUID(undefined, { message: 'Choose whose service it is' })
  agencyId!: string;

  /** Who answers when the service is asked to help. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose who answers from the list' })
  contactId?: string;

  @IsString({ message: 'Enter its name' })
  @Length(3, 120, { message: 'Enter its name, in 3 to 120 characters' })
  name!: string;

  @IsString({ message: 'Write what it does' })
  @Length(10, 2000, { message: 'Write what it does, in 10 to 2,000 characters' })
  what!: string;

  @IsInt({ message: 'Enter from which age' })
  @Min(0, { message: 'Enter from which age' })
  @Max(OLDEST, { message: 'Enter an age of 25 at most' })
  ageFrom!: number;

  @IsInt({ message: 'Enter up to which age' })
  @Min(0, { message: 'Enter up to which age' })
  @Max(OLDEST, { message: 'Enter an age of 25 at most' })
  ageTo!: number;

  @IsArray({ message: 'Choose for which levels of need it is' })
  @ArrayMinSize(1, { message: 'Choose for which levels of need it is' })
  @ArrayUnique({ message: 'Each level is chosen once' })
  @IsIn([...LEVELS], { each: true, message: 'Choose levels from 1 to 4' })
  levels!: number[];

  @IsOptional()
  @IsArray({ message: 'Choose what it helps with' })
  @ArrayMaxSize(10, { message: 'Choose at most ten things it helps with' })
  @ArrayUnique({ message: 'Each is chosen once' })
  @IsIn([...PRESENTING_ISSUES.codes], { each: true, message: 'Choose what it helps with from the list' })
  topics?: string[];

  @IsOptional()
  @IsString({ message: 'Enter where it is' })
  @MaxLength(120, { message: 'Keep where it is under 120 characters' })
  area?: string;

  @IsString({ message: 'Write how it is asked' })
  @Length(5, 1000, { message: 'Write how it is asked, in 5 to 1,000 characters' })
  how!: string;

  @IsOptional()
  @IsString({ message: 'Enter when it is open' })
  @MaxLength(300, { message: 'Keep the opening times under 300 characters' })
  opening?: string;

  @IsOptional()
  @IsString({ message: 'Enter the telephone number' })
  @MaxLength(40, { message: 'Enter the telephone number' })
  phone?: string;
}

export class ChangeService extends KeepService {
  /** It is there no more. */
  @IsOptional()
  @IsBoolean({ message: 'Say whether it has ended' })
  ended?: boolean;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

export class ServiceView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  name!: string;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agency!: string;

  /** A specialist service is asked by brokered contact and never from here. */
  @IsBoolean()
  specialist!: boolean;

  @IsOptional()
  @IsUUID()
  contactId!: string | null;

  @MaybeText()
  contact!: string | null;

  @IsString()
  what!: string;

  @IsInt()
  ageFrom!: number;

  @IsInt()
  ageTo!: number;

  @IsArray()
  @IsInt({ each: true })
  levels!: number[];

  @Texts()
  topics!: string[];

  @MaybeText()
  area!: string | null;

  @IsString()
  how!: string;

  @MaybeText()
  opening!: string | null;

  @MaybeText()
  phone!: string | null;

  @IsDateString()
  checkedOn!: string;

  @IsString()
  checkedBy!: string;
}

export class ServiceList {
  @Parts(() => ServiceView)
  items!: ServiceView[];

  @MaybeText()
  next!: string | null;
}
