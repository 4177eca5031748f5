import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { EFFECTS, PURPOSES, type Effect, type Purpose } from '../policy/index.js';
import { Trimmed } from '../shapes/index.js';

/** What would this worker have been answered about this case at that moment? Asked by the information-governance officer. */
export class AskSimulation {
  @Trimmed()
  @IsString({ message: 'Enter the reference of the case' })
  @MinLength(3, { message: 'Enter the reference of the case' })
  @MaxLength(40, { message: 'Enter the reference as it stands on the case' })
  ref!: string;

  @IsUUID(undefined, { message: 'Choose the worker' })
  userId!: string;

  /** Left out: now. */
  @IsOptional()
  @IsISO8601({}, { message: 'Enter a day and time' })
  at?: string;

  @IsOptional()
  @IsIn(PURPOSES, { message: 'Choose a purpose from the list' })
  purpose?: Purpose;
}

export class SimulatedFact {
  @IsString()
  id!: string;

  /** PLACE, AGREEMENT, ROLE or OTHER. */
  @IsString()
  kind!: string;

  /** The kind of place, or who agreed. */
  @IsString()
  what!: string;

  @IsOptional()
  @IsString()
  from!: string | null;

  @IsOptional()
  @IsString()
  until!: string | null;
}

export class SimulatedAnswer {
  @IsString()
  category!: string;

  @IsIn(EFFECTS)
  effect!: Effect;

  @IsOptional()
  @IsString()
  what!: string | null;

  @IsArray()
  @IsString({ each: true })
  reasons!: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SimulatedFact)
  facts!: SimulatedFact[];
}

export class SimulatedChild {
  /** First, second child of the case; never a name. */
  @IsString()
  child!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SimulatedAnswer)
  answers!: SimulatedAnswer[];
}

export class SimulationView {
  @IsString()
  worker!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsString()
  role!: string;

  @IsString()
  ref!: string;

  @IsISO8601()
  at!: string;

  @IsString()
  purpose!: string;

  @IsString()
  state!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SimulatedChild)
  children!: SimulatedChild[];
}
