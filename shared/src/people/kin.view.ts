import { IsBoolean, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { MaybeText, Parts, Texts } from '../shapes/index.js';
import { CHANGE_REASONS, END_REASONS } from './kin.contract.js';

/** Somebody of this record who may be the one that is about to be written down. */
export class KinMatch {
  @IsUUID()
  personId!: string;

  @IsString()
  fullName!: string;

  /** Who they are to whom in this record: "Mother of Ava". */
  @Texts()
  ties!: string[];

  @MaybeText()
  dateOfBirth!: string | null;
}

/** What a change would do, before it is saved. Every sentence is ready to read. */
export class RelativeEffects {
  /** Who may agree for the child now, and afterwards. */
  @Texts()
  mayAgreeNow!: string[];

  @Texts()
  mayAgreeThen!: string[];

  /** Services that see what they see because this person agreed, as far as the reader may know of them. */
  @IsInt()
  services!: number;

  /** Whether what this person agreed to goes on counting. */
  @IsBoolean()
  stands!: boolean;

  /** Nobody's record opens by itself: to this person it is shut until they were asked and checked. */
  @IsIn(['UNCHANGED', 'SHUT', 'TO_BE_CHECKED'])
  portal!: 'UNCHANGED' | 'SHUT' | 'TO_BE_CHECKED';
}

/** A tie as it was written down before. */
export class RelativePastView {
  @IsUUID()
  id!: string;

  @IsString()
  fullName!: string;

  @IsIn([...CHANGE_REASONS, ...END_REASONS])
  why!: (typeof CHANGE_REASONS)[number] | (typeof END_REASONS)[number];

  @MaybeText()
  reason!: string | null;

  @IsString()
  kind!: string;

  @IsString()
  hasPr!: string;

  @MaybeText()
  prBasis!: string | null;

  @IsString()
  livesWith!: string;

  /** When it was changed, and by whom. */
  @IsString()
  at!: string;

  @MaybeText()
  by!: string | null;
}

export class RelativePastList {
  @Parts(() => RelativePastView)
  items!: RelativePastView[];

  /** From where to go on; null at the end. */
  @MaybeText()
  next!: string | null;
}
