import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ACCESS, PUBLIC } from './access.decorator.js';
import { RETURNS } from '#api/platform/http/returns.decorator.js';

export class UndeclaredRoutesError extends Error {
  constructor(readonly handlers: readonly string[]) {
    super(
      `Encircle cannot start: these handlers do not say who may call them or what they answer:\n${handlers.map((h) => `  - ${h}`).join('\n')}`,
    );
  }
}

export interface RouteHandler {
  /** `MeetingsController.plan` */
  name: string;
  handler: (...args: never[]) => unknown;
  controllerPath: string;
  path: string;
}

/** Every handler of every controller, found by walking the program, not by reading its files. */
export function routeHandlers(app: INestApplication): RouteHandler[] {
  const scanner = new MetadataScanner();
  const found: RouteHandler[] = [];
  for (const wrapper of app.get(DiscoveryService).getControllers()) {
    const instance = wrapper.instance as object | undefined;
    if (!instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method];
      if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
      found.push({
        name: `${instance.constructor.name}.${method}`,
        handler,
        controllerPath: String(Reflect.getMetadata(PATH_METADATA, instance.constructor) ?? ''),
        path: String(Reflect.getMetadata(PATH_METADATA, handler) ?? ''),
      });
    }
  }
  return found;
}

/** Default deny, checked at start: a handler that declares neither @Access nor @Public, or no @Returns, stops the program. */
export function refuseUndeclaredRoutes(app: INestApplication): void {
  const reflector = app.get(Reflector);
  const missing = routeHandlers(app).flatMap(({ name, handler }) => {
    const says =
      Boolean(reflector.get<unknown>(ACCESS, handler)) || Boolean(reflector.get<unknown>(PUBLIC, handler));
    const answers = reflector.get<unknown>(RETURNS, handler) !== undefined;
    return [
      ...(says ? [] : [`${name}: no @Access or @Public`]),
      ...(answers ? [] : [`${name}: no @Returns`]),
    ];
  });
  if (missing.length > 0) throw new UndeclaredRoutesError(missing);
}
