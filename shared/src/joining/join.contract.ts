import { IsIn, IsInt, IsOptional, IsString, Length } from 'class-validator';
import { FindChild } from '../people/index.js';

/**
 * Whoever met an index answer asks to join the work (rules R17, R07): the same details once more, because the answer held
 * no record to name. Purpose and reason travel in the headers, as for a search, and it counts as one.
 */
export class AskToJoin extends FindChild {
  @IsString({ message: 'Say what you or your service do for the child' })
  @Length(20, 1000, { message: 'Say what you or your service do for the child, in at least 20 characters' })
  why!: string;
}

export const JOIN_ANSWERS = ['ACCEPT', 'DECLINE'] as const;
export type JoinAnswer = (typeof JOIN_ANSWERS)[number];

export class AnswerJoin {
  @IsIn([...JOIN_ANSWERS], { message: 'Say yes or no' })
  answer!: JoinAnswer;

  /** Of a no: kept with the case. The asker is told that it is a no, and nothing more. */
  @IsOptional()
  @IsString({ message: 'Say why not' })
  @Length(10, 1000, { message: 'Say why not, in at least 10 characters' })
  reason?: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}
