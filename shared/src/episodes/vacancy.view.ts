import { IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { EPISODE_STATES } from '../codes/index.js';
import { MaybeText, Parts } from '../shapes/index.js';

/** WITHIN the time limit; then it is the MANAGER's to see to; after as long again the CENTRAL team's. */
export const VACANCY_STEPS = ['WITHIN', 'MANAGER', 'CENTRAL'] as const;
export type VacancyStep = (typeof VACANCY_STEPS)[number];

/** A case nobody leads, by its reference. */
export class LeadVacancyView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  ref!: string;

  @IsIn(EPISODE_STATES.codes)
  state!: string;

  /** The service that began it. */
  @IsString()
  agency!: string;

  @IsDateString()
  since!: string;

  /** Last working day on which somebody should have been found. */
  @IsDateString()
  dueOn!: string;

  @IsInt()
  workingDays!: number;

  @IsIn(VACANCY_STEPS)
  step!: VacancyStep;

  /** Who has been asked and has not answered. */
  @MaybeText()
  asked!: string | null;

  @IsOptional()
  @IsDateString()
  askedOn!: string | null;
}

export class LeadVacanciesView {
  @Parts(() => LeadVacancyView)
  items!: LeadVacancyView[];

  @MaybeText()
  next!: string | null;
}
