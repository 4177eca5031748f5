import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';

export const SERVICE_REQUEST_STATES = ['WAITING', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const;
export type ServiceRequestState = (typeof SERVICE_REQUEST_STATES)[number];

/** From a case to a service: would it join? What is sent is the child's name and these words. */
export class AskService {
  @IsUUID(undefined, { message: 'Choose a service' })
  serviceId!: string;

  @IsUUID(undefined, { message: 'Choose the child' })
  childId!: string;

  @IsString({ message: 'Write what the service would do for the child' })
  @Length(20, 2000, { message: 'Write what the service would do for the child, in 20 to 2,000 characters' })
  words!: string;
}

export const SERVICE_ANSWERS = ['ACCEPT', 'DECLINE', 'TAKE_BACK'] as const;

export class AnswerServiceRequest {
  @IsIn(SERVICE_ANSWERS, { message: 'Say yes or no' })
  answer!: (typeof SERVICE_ANSWERS)[number];

  @IsOptional()
  @IsString({ message: 'Say why not' })
  @Length(5, 1000, { message: 'Say why not, in 5 to 1,000 characters' })
  reason?: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

export class ServiceRequestView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  service!: string;

  @IsString()
  agency!: string;

  /** Who is asked. */
  @IsString()
  worker!: string;

  @IsString()
  childName!: string;

  @IsString()
  words!: string;

  @IsString()
  askedBy!: string;

  @IsString()
  askedByAgency!: string;

  @IsDateString()
  askedAt!: string;

  @IsIn(SERVICE_REQUEST_STATES)
  state!: ServiceRequestState;

  @IsDateString()
  answerBy!: string;

  /** Nobody answered in time: whoever leads may ring, or ask another. */
  @IsBoolean()
  overdue!: boolean;

  @MaybeText()
  reason!: string | null;

  /** Asked of the reader. */
  @IsBoolean()
  mine!: boolean;

  @IsUUID()
  episodeId!: string;
}

export class ServiceRequestList {
  @Parts(() => ServiceRequestView)
  items!: ServiceRequestView[];

  @MaybeText()
  next!: string | null;
}
