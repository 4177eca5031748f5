import { Module } from '@nestjs/common';
import { BirthsService } from './births.service.js';
import { ChildGate } from './child-gate.js';
import { ChildrenService } from './children.service.js';
import { FindService } from './find.service.js';
import { ChildrenController } from './http/children.controller.js';
import { FindController } from './http/find.controller.js';
import { RelativesService } from './relatives.service.js';

@Module({
  controllers: [FindController, ChildrenController],
  providers: [ChildGate, FindService, ChildrenService, RelativesService, BirthsService],
  exports: [ChildrenService, FindService],
})
export class PeopleModule {}
