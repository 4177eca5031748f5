import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybePart, MaybeText, Parts, Texts } from '../shapes/index.js';
import {
  ITEM_STATUSES,
  PACK_LIGHTS,
  PANEL_ATTENDANCE,
  WITHDRAWN_REASONS,
  type ItemStatus,
  type PackLight,
  type PanelAttendance,
  type WithdrawnReason,
} from './agenda.js';

/** A panel and who may sit on it: for whoever sets a day. */
export class PanelPersonView {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @MaybeText()
  jobTitle!: string | null;
}

export class PanelView {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @Parts(() => PanelPersonView)
  people!: PanelPersonView[];
}

export class PanelsView {
  @Parts(() => PanelView)
  items!: PanelView[];
}

export class PanelDayCard {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  panelId!: string;

  @IsString()
  panel!: string;

  @IsString()
  onDay!: string;

  @IsString()
  startsAt!: string;

  @IsString()
  place!: string;

  @IsUUID()
  chairId!: string;

  @IsString()
  chair!: string;
}

export class PanelDaysView {
  @Parts(() => PanelDayCard)
  items!: PanelDayCard[];

  @MaybeText()
  next!: string | null;
}

export class PanelMemberView {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @MaybeText()
  jobTitle!: string | null;

  @IsOptional()
  @IsIn([...PANEL_ATTENDANCE])
  attendance!: PanelAttendance | null;
}

export class PanelDayView extends PanelDayCard {
  @Parts(() => PanelMemberView)
  members!: PanelMemberView[];

  /** Cases on the agenda this reader may know of whose papers have not gone out. */
  @IsInt()
  unsent!: number;

  /** Keeps the day: order, papers, members. */
  @IsBoolean()
  mayKeep!: boolean;

  /** Chairs it: decides. */
  @IsBoolean()
  mayDecide!: boolean;
}

/** One case of the agenda, as this reader may know of it. */
export class PanelItemView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  dayId!: string;

  /** Null for members where names stay out. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  @MaybeText()
  ref!: string | null;

  /** First names of the children this reader may know; empty where there are none to know. */
  @Texts()
  children!: string[];

  @IsInt()
  position!: number;

  @IsInt()
  minutes!: number;

  @MaybeText()
  at!: string | null;

  @IsString()
  presenter!: string;

  @MaybeText()
  presenterAgency!: string | null;

  @MaybeText()
  question!: string | null;

  @IsIn([...PACK_LIGHTS])
  light!: PackLight;

  @IsIn([...ITEM_STATUSES])
  status!: ItemStatus;

  @IsOptional()
  @IsIn([...WITHDRAWN_REASONS])
  withdrawnReason!: WithdrawnReason | null;

  @MaybeText()
  sentAt!: string | null;

  @MaybeText()
  decidedAt!: string | null;

  @IsBoolean()
  mayTakeOff!: boolean;
}

export class AgendaView {
  @Parts(() => PanelItemView)
  items!: PanelItemView[];

  @MaybeText()
  next!: string | null;
}

/** Proof that somebody had a copy: when first and last, and its fingerprint. */
export class PanelCopyView {
  @IsString()
  name!: string;

  @IsIn(['SCREEN', 'PDF'])
  channel!: 'SCREEN' | 'PDF';

  @IsString()
  firstAt!: string;

  @IsString()
  lastAt!: string;

  @IsString()
  fingerprint!: string;

  @IsInt()
  paragraphs!: number;
}

export class PanelDecisionView {
  @IsString()
  decision!: string;

  @MaybeText()
  resources!: string | null;

  @IsString()
  owner!: string;

  @MaybeText()
  dueOn!: string | null;

  @MaybeText()
  by!: string | null;

  @IsString()
  at!: string;
}

/** The panel as the people around one case see it. */
export class CasePanelView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  ref!: string;

  @IsString()
  state!: string;

  @IsInt()
  version!: number;

  /** What a member of each coming day's panel could read now. */
  @IsIn([...PACK_LIGHTS])
  light!: PackLight;

  @MaybePart(() => PanelItemView)
  item!: PanelItemView | null;

  @MaybePart(() => PanelDayCard)
  day!: PanelDayCard | null;

  /** Days still to come it can be brought to. */
  @Parts(() => PanelDayCard)
  days!: PanelDayCard[];

  @Parts(() => PanelDecisionView)
  decisions!: PanelDecisionView[];

  @Parts(() => PanelCopyView)
  copies!: PanelCopyView[];

  @IsBoolean()
  mayBring!: boolean;
}

export class PackLineView {
  @MaybeText()
  label!: string | null;

  @IsString()
  text!: string;
}

export class PackSectionView {
  @IsString()
  title!: string;

  @Parts(() => PackLineView)
  lines!: PackLineView[];
}

export class PackColleagueView {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @MaybeText()
  jobTitle!: string | null;

  @MaybeText()
  agency!: string | null;
}

/** One member's copy: decided for them at this moment. */
export class PanelPackView {
  @MaybePart(() => PanelItemView)
  item!: PanelItemView;

  @MaybePart(() => PanelDayCard)
  day!: PanelDayCard;

  @MaybeText()
  summary!: string | null;

  @Parts(() => PackSectionView)
  sections!: PackSectionView[];

  /** Who works with the family and could be asked to do something. */
  @Parts(() => PackColleagueView)
  colleagues!: PackColleagueView[];

  @Parts(() => PanelDecisionView)
  decisions!: PanelDecisionView[];

  @IsString()
  madeAt!: string;

  @IsString()
  fingerprint!: string;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  @IsInt()
  paragraphs!: number;

  @IsBoolean()
  mayDecide!: boolean;
}
