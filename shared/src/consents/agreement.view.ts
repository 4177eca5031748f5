import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

export class AgreementLineView {
  @IsUUID()
  id!: string;

  @IsUUID()
  consentId!: string;

  @IsUUID()
  subjectId!: string;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsUUID()
  giverPersonId!: string;

  @IsIn(['SERVICE', 'PERSON'])
  recipientType!: string;

  @IsUUID()
  recipientId!: string;

  @IsString()
  recipientName!: string;

  @IsString()
  category!: string;

  @IsArray()
  @IsString({ each: true })
  purposes!: string[];

  @IsIn(['GIVEN', 'REFUSED', 'NOT_SOUGHT'])
  decision!: string;

  @IsOptional()
  @IsString()
  conditions!: string | null;

  @IsBoolean()
  indexListing!: boolean;

  @IsString()
  validFrom!: string;

  @IsOptional()
  @IsString()
  expiresOn!: string | null;

  /** As of now: a line past its last day is EXPIRED whether or not anything touched it. */
  @IsIn(['ACTIVE', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'])
  status!: string;

  @IsOptional()
  @IsString()
  endedAt!: string | null;

  @IsOptional()
  @IsString()
  endedHow!: string | null;
}

/** One act, without its signature: that is evidence, shown on request only. */
export class AgreementActView {
  @IsUUID()
  id!: string;

  @IsUUID()
  subjectId!: string;

  @IsUUID()
  giverPersonId!: string;

  @IsString()
  giverName!: string;

  @IsString()
  capacity!: string;

  @IsString()
  method!: string;

  @IsOptional()
  @IsString()
  witness!: string | null;

  @IsString()
  statementVersion!: string;

  @IsString()
  language!: string;

  @IsString()
  statementLanguage!: string;

  @IsString()
  statementForm!: string;

  @IsOptional()
  @IsString()
  interpreter!: string | null;

  @IsOptional()
  @IsString()
  childView!: string | null;

  @IsString()
  givenOn!: string;

  @IsOptional()
  @IsString()
  recordedBy!: string | null;

  @IsBoolean()
  signed!: boolean;
}

export class AgreementLightView {
  @IsIn(['yes', 'part', 'lapses', 'ask', 'said-no'])
  state!: string;

  @IsArray()
  @IsString({ each: true })
  givers!: string[];

  @IsOptional()
  @IsString()
  until!: string | null;
}

/** Who may be asked: the child, and those of the family with their standing. */
export class PossibleGiverView {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;

  /** As the person is spoken of: "Mia". */
  @IsString()
  chosenName!: string;

  /** The tie to the child, or SELF. */
  @IsString()
  relation!: string;

  @IsString()
  capacity!: string;

  /** May agree to ordinary sharing about this child today. */
  @IsBoolean()
  entitled!: boolean;

  /** Why not, in words. */
  @IsOptional()
  @IsString()
  reason!: string | null;

  /** May agree once it is written down that a young person of 16 or 17 cannot decide this, and what is best for them. */
  @IsBoolean()
  bestInterests!: boolean;
}

export class AgreementSubjectView {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsBoolean()
  isUnborn!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PossibleGiverView)
  givers!: PossibleGiverView[];
}

/** The agreement of one episode, as far as this viewer may see it. */
export class AgreementsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgreementSubjectView)
  subjects!: AgreementSubjectView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgreementActView)
  acts!: AgreementActView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgreementLineView)
  lines!: AgreementLineView[];

  @ValidateNested()
  @Type(() => AgreementLightView)
  light!: AgreementLightView;

  /** Parents do not agree: until when the CAF team decides. For whoever leads or began the work; null for others. */
  @IsOptional()
  @IsString()
  disputeDue!: string | null;

  @IsBoolean()
  mayRecord!: boolean;

  @IsBoolean()
  mayWithdraw!: boolean;
}

export const EFFECT_MARKS = ['yes', 'part', 'no'] as const;

/** One thing that will be so from the moment of saving. */
export class EffectView {
  @IsIn([...EFFECT_MARKS])
  mark!: (typeof EFFECT_MARKS)[number];

  /** Whom it is about: the part of `words` to set bold. */
  @IsString()
  who!: string;

  /** The rest of the sentence. */
  @IsString()
  words!: string;
}

export class EffectsView {
  /** The agreement as it is read aloud. */
  @IsString()
  sentence!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EffectView)
  effects!: EffectView[];
}

/** Somebody who has had something of what ended: what was shared is not undone, they are told to stop using it anew. */
export class PastRecipientView {
  @IsString()
  name!: string;

  /** Civil dates. */
  @IsString()
  first!: string;

  @IsString()
  last!: string;
}

export const WITHDRAWAL_OUTCOMES = ['WITHDRAWN', 'DISPUTED', 'PARTLY'] as const;

export class WithdrawalView {
  /** WITHDRAWN: nothing stands. DISPUTED: another person's agreement for the child stands. PARTLY: other lines stand. */
  @IsIn([...WITHDRAWAL_OUTCOMES])
  outcome!: (typeof WITHDRAWAL_OUTCOMES)[number];

  /** Who has seen something of what ended, as far as this reader may know of them. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PastRecipientView)
  pastRecipients!: PastRecipientView[];

  @ValidateNested()
  @Type(() => AgreementsView)
  agreements!: AgreementsView;
}
