import { Module } from '@nestjs/common';
import { RecordingController } from './http/recording.controller.js';
import { RecordingService } from './recording.service.js';

/** Notes and the chronology. */
@Module({ controllers: [RecordingController], providers: [RecordingService], exports: [RecordingService] })
export class RecordingModule {}
