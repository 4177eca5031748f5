import type { INestApplication } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { contractSchemas, SCHEMAS } from './contract-schemas.js';
import type { OpenApiView, Operation } from './openapi.view.js';
import { ACCESS, type AccessRule } from '#api/access/access.decorator.js';
import { routeHandlers } from '#api/access/route-check.js';
import { RETURNS, type Answer } from '#api/platform/http/returns.decorator.js';

const ref = (name: string): object => ({ $ref: `${SCHEMAS}${name}` });
const json = (schema: object): object => ({ 'application/json': { schema } });

const PROBLEM = {
  type: 'object',
  required: ['status', 'code', 'reference'],
  properties: {
    status: { type: 'integer' },
    code: { type: 'string', description: 'stable; the language files hold the words' },
    reference: { type: 'string', description: 'quote this when asking for help; empty for NOT_FOUND' },
    detail: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    data: { type: 'object' },
  },
};

const REFUSALS: Record<string, string> = {
  400: 'The body or an address part is not right; `fields` names each',
  401: 'Nobody is signed in, or the session is over',
  403: 'Known to exist, not allowed; `code` says which rule',
  404: 'Missing, or not to be known: one answer for both',
  409: 'Somebody else saved first; `data` holds what is stored now',
  422: 'The Idempotency-Key was used for something else',
  429: 'Too often; wait',
  503: 'Busy, or it could not be written down: nothing was answered',
};

/**
 * The whole API from what the program already knows: routes and bodies from the handlers, shapes from the shared
 * contract classes, answers from `@Returns`, who may from `@Access`.
 */
export function openApiDocument(app: INestApplication): OpenApiView {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder().setTitle('Encircle').setVersion('1').addCookieAuth('encircle').build(),
    { operationIdFactory: (controller, method) => `${controller}.${method}` },
  );
  document.components = {
    ...document.components,
    schemas: {
      ...(contractSchemas() as NonNullable<OpenAPIObject['components']>['schemas']),
      Problem: PROBLEM as never,
    },
  };
  describeAnswers(app, document);
  return document as unknown as OpenApiView;
}

function describeAnswers(app: INestApplication, document: OpenAPIObject): void {
  const handlers = new Map(routeHandlers(app).map((h) => [h.name, h.handler]));
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as Operation[]) {
      const handler = handlers.get(operation.operationId ?? '');
      if (!handler) continue;
      const rule = Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined;
      const answer = Reflect.getMetadata(RETURNS, handler) as Answer | undefined;
      const status = rule?.creates
        ? 201
        : ((Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? answer?.status ?? 200);
      operation.responses = { [String(status)]: success(answer), ...refusals(rule) };
      if (rule) {
        operation['x-permission'] = rule.permission;
        operation['x-audited'] = rule.audited;
        operation['security'] = [{ cookie: [] }];
      }
      if (rule?.creates) addIdempotencyKey(operation);
    }
  }
}

function success(answer: Answer | undefined): object {
  if (!answer?.view) return { description: 'Done' };
  const one = ref(answer.view.name);
  return { description: answer.view.name, content: json(answer.list ? { type: 'array', items: one } : one) };
}

function refusals(rule: AccessRule | undefined): Record<string, object> {
  const codes = Object.keys(REFUSALS).filter((code) => (rule?.creates ? true : code !== '422'));
  return Object.fromEntries(
    codes.map((code) => [
      code,
      {
        description: REFUSALS[code] ?? '',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );
}

function addIdempotencyKey(operation: Operation): void {
  const parameters = (operation['parameters'] as object[] | undefined) ?? [];
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  };
  operation['parameters'] = [...parameters, key];
}
