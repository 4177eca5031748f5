import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What one service does by itself while the family has not agreed (rule 5.5): its own record, read by nobody else. */
export class WriteEngagementPlan {
  @IsString({ message: 'Write what your service does by itself' })
  @Length(10, 4000, { message: 'Write what your service does by itself, in at least 10 characters' })
  ownPart!: string;

  /** What was offered to the family, and how they took it. */
  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep this under 4,000 characters' })
  offered?: string;

  /** When help is offered again. */
  @Matches(DAY, { message: 'Enter the day on which you offer help again' })
  nextOfferOn!: string;

  /** When the plan is looked at again; six weeks at most. */
  @Matches(DAY, { message: 'Enter the day on which you look at this again' })
  reviewOn!: string;
}

export class ChangeEngagementPlan extends WriteEngagementPlan {
  @IsInt({ message: 'Send the version of the plan you saw' })
  @Min(1)
  version!: number;
}

export const ENGAGEMENT_NEXT = ['GO_ON', 'ASK_AGAIN', 'END'] as const;
export type EngagementNext = (typeof ENGAGEMENT_NEXT)[number];

/** The plan looked at again. */
export class ReviewEngagementPlan {
  @IsInt({ message: 'Send the version of the plan you saw' })
  @Min(1)
  version!: number;

  @Matches(DAY, { message: 'Enter the day you looked at it' })
  heldOn!: string;

  @IsString({ message: 'Write what has changed' })
  @Length(10, 4000, { message: 'Write what has changed, in at least 10 characters' })
  words!: string;

  @IsIn([...ENGAGEMENT_NEXT], { message: 'Say what happens next' })
  whatNext!: EngagementNext;

  /** Unless it ends. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day on which you look at this again' })
  reviewOn?: string;
}

const MOST_ASKED = 20;

/** Colleagues are asked what they would do, about a child they are not told of. */
export class AskConsultation {
  @IsString({ message: 'Write what you want to talk about, without saying who it is' })
  @Length(30, 4000, { message: 'Write what you want to talk about, in at least 30 characters' })
  question!: string;

  /** Besides the CAF team, who see every consultation. */
  @IsArray({ message: 'Choose the colleagues to ask' })
  @ArrayMinSize(0)
  @ArrayMaxSize(MOST_ASKED, { message: 'Ask at most 20 colleagues at once' })
  @IsUUID(undefined, { each: true, message: 'Choose colleagues from the list' })
  colleagueIds!: string[];
}

/** What was said when they talked. By whoever asked, or by the CAF team. */
export class HoldConsultation {
  @IsInt({ message: 'Send the version of the consultation you saw' })
  @Min(1)
  version!: number;

  @Matches(DAY, { message: 'Enter the day you talked' })
  heldOn!: string;

  @IsString({ message: 'Write what was advised' })
  @Length(10, 4000, { message: 'Write what was advised, in at least 10 characters' })
  advice!: string;
}
