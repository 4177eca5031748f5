import { IsInt, IsString } from 'class-validator';
import { MaybeText, Texts } from '../shapes/index.js';

/** Somebody's words with who wrote or said them and when. */
export class CaseWords {
  @Texts()
  items!: string[];

  @MaybeText()
  author!: string | null;

  @MaybeText()
  saidOn!: string | null;

  @MaybeText()
  checkedWith!: string | null;

  @MaybeText()
  checkedOn!: string | null;
}

export class CaseFlag {
  @IsString()
  text!: string;

  @MaybeText()
  until!: string | null;
}

export class CaseLevel {
  @IsInt()
  level!: number;

  @MaybeText()
  setOn!: string | null;

  /** What the level was called in a few words when it was set. */
  @MaybeText()
  words!: string | null;
}

export class CaseAgreement {
  /** yes, part, lapses, ask or said-no: the light's mark. */
  @IsString()
  state!: string;

  @Texts()
  givers!: string[];

  @IsInt()
  services!: number;

  @MaybeText()
  until!: string | null;

  /** Services the family said no to. */
  @Texts()
  refused!: string[];
}
