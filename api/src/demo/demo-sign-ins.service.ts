import { Inject, Injectable } from '@nestjs/common';
import type { DemoSignIns } from '@encircle/shared/identity';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './sign-ins.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';

/** The people one may try the demo as. Outside the demo there are none, and the route is not there. */
@Injectable()
export class DemoSignInsService {
  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Settings) {}

  signIns(): DemoSignIns | null {
    return this.settings.demo ? { items: [...DEMO_SIGN_INS], password: DEMO_PASSWORD } : null;
  }
}
