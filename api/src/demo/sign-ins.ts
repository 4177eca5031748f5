import type { DemoSignIn } from '@encircle/shared/identity';

/** One password for all invented people; production refuses to start while any account still has it. */
export const DEMO_PASSWORD = 'walk-the-long-way-home';

export const DEMO_SIGN_INS: readonly DemoSignIn[] = [];
