import { Module } from '@nestjs/common';
import { MeetingsModule } from '#api/meetings/meetings.module.js';
import { PlansModule } from '#api/plans/plans.module.js';
import { RoomViewController } from './http/room-view.controller.js';
import { RoomViewService } from './room-view.service.js';

/** What may stand on the wall of a meeting. */
@Module({
  imports: [MeetingsModule, PlansModule],
  controllers: [RoomViewController],
  providers: [RoomViewService],
})
export class RoomViewModule {}
