import { Module } from '@nestjs/common';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { PeopleModule } from '#api/people/people.module.js';
import { JoiningController } from './http/joining.controller.js';
import { JoiningService } from './joining.service.js';

/** Asking to join the work with a child one knows from an index answer only. */
@Module({
  imports: [EpisodesModule, PeopleModule],
  controllers: [JoiningController],
  providers: [JoiningService],
})
export class JoiningModule {}
