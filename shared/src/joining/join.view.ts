import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';
import type { Invitable } from '../episodes/index.js';

export const JOIN_STATES = ['WAITING', 'ACCEPTED', 'DECLINED'] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** One's own question: what was typed, and what came of it. */
export class OwnJoinRequestView {
  @IsUUID()
  id!: string;

  /** The name as the asker typed it. */
  @IsString()
  askedFor!: string;

  @IsString()
  why!: string;

  @IsDateString()
  askedAt!: string;

  @IsIn([...JOIN_STATES])
  state!: JoinState;

  /** Where to go on: only after a yes, and while the case may be read. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;
}

export class OwnJoinRequestsView {
  @Parts(() => OwnJoinRequestView)
  items!: OwnJoinRequestView[];
}

/** Nobody there, refused, protected and closed to the index are one answer: nothing was asked of anybody. */
export class JoinAskedView {
  @IsBoolean()
  asked!: boolean;

  @Parts(() => OwnJoinRequestView)
  items!: OwnJoinRequestView[];
}

/** What whoever leads reads of a colleague's question. */
export class JoinRequestView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @MaybeText()
  jobTitle!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agency!: string;

  @IsString()
  why!: string;

  @IsDateString()
  askedAt!: string;

  @IsIn([...JOIN_STATES])
  state!: JoinState;

  /** Whether the family lets this service in now. */
  @IsIn(['AGREED', 'REFUSED', 'NOT_AGREED'])
  agreed!: Invitable;

  @MaybeText()
  reason!: string | null;
}

export class JoinRequestsView {
  @Parts(() => JoinRequestView)
  items!: JoinRequestView[];
}
