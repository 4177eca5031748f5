import { Module } from '@nestjs/common';
import { RecordingController } from './http/recording.controller.js';
import { RepairsModule } from '#api/repairs/repairs.module.js';
import { NoteRepairsService } from './note-repairs.service.js';
import { RecordingService } from './recording.service.js';

/** Notes and the chronology. */
@Module({
  imports: [RepairsModule],
  controllers: [RecordingController],
  providers: [RecordingService, NoteRepairsService],
  exports: [RecordingService],
})
export class RecordingModule {}
