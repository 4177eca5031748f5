import { Injectable } from '@nestjs/common';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { HourlyLoop } from '#api/platform/database/hourly-loop.js';

/** Where nobody leads, the manager and then the CAF team are told, once each, whichever replica looks (F2). */
@Injectable()
export class VacanciesLoop extends HourlyLoop {
  protected readonly name = 'vacancies';
  protected readonly statement = `select sec.tell_of_vacancies(${DEFAULT_TIMESCALES['lead.vacant.wd']}) as done`;
}
