import { IsBoolean, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import type { Category } from '../policy/index.js';
import { MaybeText, Parts, Texts } from '../shapes/index.js';
import { LIGHT_REASONS, RECIPIENT_LIGHTS, type LightReason, type RecipientLight } from './recipient-light.js';

/** Somebody who is not on the team yet: a colleague of a service, or the service as a whole. */
export class RecipientQuery {
  @ValidateIf((query: RecipientQuery) => query.agencyId !== undefined || query.userId !== undefined)
  @IsUUID(undefined, { message: 'Choose the service' })
  agencyId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the colleague' })
  userId?: string;
}

/** Whether, and how much, may be shared with one recipient about one child. */
export class RecipientView {
  /** Null: the service as a whole. */
  @IsOptional()
  @IsUUID()
  userId!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  subjectId!: string;

  @MaybeText()
  subject!: string | null;

  @IsIn([...RECIPIENT_LIGHTS])
  state!: RecipientLight;

  @IsOptional()
  @IsIn([...LIGHT_REASONS])
  why!: LightReason | null;

  @Texts()
  may!: Category[];

  @Texts()
  mayNot!: Category[];

  @MaybeText()
  until!: string | null;
}

export class RecipientsView {
  @Parts(() => RecipientView)
  items!: RecipientView[];

  /** This reader may ask the family. */
  @IsBoolean()
  mayAsk!: boolean;
}
