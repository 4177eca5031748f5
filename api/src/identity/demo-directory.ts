import type { DemoSignIns } from '@encircle/shared/identity';
import type { Settings } from '#api/platform/config/settings.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '#api/demo/sign-ins.js';

/** The people one may try the demo as. Outside the demo there are none, and the route is not there. */
export class DemoDirectory {
  constructor(private readonly settings: Settings) {}

  signIns(): DemoSignIns | null {
    return this.settings.demo ? { items: [...DEMO_SIGN_INS], password: DEMO_PASSWORD } : null;
  }
}
