import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A score of an outcome on a day by a rater. */
@Entity({ schema: 'app', name: 'rating' })
export class RatingEntity extends LabelledRow {
  @Column({ name: 'outcome_id', type: 'uuid' })
  @ForeignKey('OutcomeEntity')
  outcomeId!: string;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  meetingId!: string | null;

  @Column({ type: 'numeric' })
  value!: number;

  @Column({ name: 'rated_on', type: 'date' })
  ratedOn!: string;

  @Column({ type: 'text' })
  rater!: string;
}
