import type { INestApplication } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { routeHandlers } from './route-check.js';

/** The role ceiling each handler declares, by its name in the API document (`PlansController.plan`). */
export function ceilingsOf(app: INestApplication): Map<string, AccessRule['ceiling']> {
  const reflector = app.get(Reflector);
  return new Map(
    routeHandlers(app).flatMap(({ name, handler }) => {
      const rule = reflector.get<AccessRule | undefined>(ACCESS, handler);
      return rule ? [[name, rule.ceiling] as const] : [];
    }),
  );
}
