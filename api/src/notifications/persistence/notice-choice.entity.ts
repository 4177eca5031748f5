import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How somebody wants to be mailed about one kind of thing. */
@Entity({ schema: 'app', name: 'notice_choice' })
export class NoticeChoiceEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  mail!: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
