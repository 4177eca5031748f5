import { Module } from '@nestjs/common';
import { BirthsService } from './births.service.js';
import { ChildGate } from './child-gate.js';
import { ChildrenService } from './children.service.js';
import { FindService } from './find.service.js';
import { ChildrenController } from './http/children.controller.js';
import { FindController } from './http/find.controller.js';
import { KinController } from './http/kin.controller.js';
import { KinService } from './kin.service.js';
import { RelativesService } from './relatives.service.js';

@Module({
  controllers: [FindController, ChildrenController, KinController],
  providers: [ChildGate, FindService, ChildrenService, RelativesService, KinService, BirthsService],
  exports: [ChildrenService, FindService],
})
export class PeopleModule {}
