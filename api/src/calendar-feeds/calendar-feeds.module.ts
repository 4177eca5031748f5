import { Module } from '@nestjs/common';
import { MeetingsModule } from '#api/meetings/meetings.module.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { CalendarController, MyCalendarFeedController } from './http/calendar-feeds.controller.js';
import { FeedEntry } from './persistence/feed-entry.js';

/** One's own meetings in one's own calendar program. */
@Module({
  imports: [MeetingsModule],
  controllers: [MyCalendarFeedController, CalendarController],
  providers: [CalendarFeedsService, FeedEntry],
})
export class CalendarFeedsModule {}
