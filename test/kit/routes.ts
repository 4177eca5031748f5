import { randomUUID } from 'node:crypto';
import type { Answer, Client, Program } from './program.js';
import { beyondView } from './beyond-view.js';
import { sample, type Schema, type Schemas } from './sample.js';

export interface Operation {
  operationId: string;
  'x-permission'?: string;
  responses?: Record<string, { content?: Record<string, { schema: Schema }> }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

/** One address of the running program, as its own description of itself says it. */
export interface Route {
  /** `GET /api/episodes/{id}/plan` */
  name: string;
  method: string;
  path: string;
  operation: Operation;
  /** What each hole of the address stands for: the noun before an id, else its own name. */
  holes: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: string | undefined): boolean => UUID.test(value ?? '');

/** Every route that asks who is calling, found in the program itself: a new one cannot be forgotten. */
export class Routes {
  private constructor(
    readonly all: readonly Route[],
    private readonly schemas: Schemas,
  ) {}

  static async of(program: Program): Promise<Routes> {
    const { body } = await program.anyone.get<Document>('/api/openapi.json');
    const all = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-permission'] && !path.startsWith('/api/session'))
        .map(([method, operation]) => ({
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          operation,
          holes: holesOf(path),
        })),
    );
    return new Routes(all, body.components.schemas);
  }

  body(route: Route, uuid: string): unknown {
    const schema = route.operation.requestBody?.content['application/json']?.schema;
    return schema ? sample(schema, this.schemas, uuid) : undefined;
  }

  /** The fields its body may have. */
  fields(route: Route): Set<string> {
    const schema = route.operation.requestBody?.content['application/json']?.schema;
    const named = schema?.$ref ? this.schemas[schema.$ref.split('/').pop() ?? ''] : schema;
    return new Set(Object.keys(named?.properties ?? {}));
  }

  /** The fields of an answer that its declared view does not have, by their place. */
  beyondView(route: Route, answer: Answer): string[] {
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!/json$/.test(type)) return [];
    const described = route.operation.responses?.[String(answer.status)]?.content?.[type]?.schema;
    return described
      ? beyondView(answer.body, described, this.schemas)
      : answer.body === null
        ? []
        : [`${answer.status} ${type} is not described`];
  }

  /** The address with its holes filled, and the parameters it asks for. */
  url(route: Route, fill: (hole: string) => string, uuid: string): string {
    const path = this.path(route, fill);
    const wanted = (route.operation.parameters ?? []).filter((p) => p.in === 'query' && p.required);
    const query = wanted.map(
      (p) => `${p.name}=${encodeURIComponent(String(sample(p.schema ?? {}, this.schemas, uuid, p.name)))}`,
    );
    return query.length === 0 ? path : `${path}?${query.join('&')}`;
  }

  path(route: Route, fill: (hole: string) => string): string {
    const holes = [...route.holes];
    return route.path.replace(/\{\w+\}/g, () => fill(holes.shift() ?? ''));
  }

  /** Calls a route as somebody, with the smallest body that is in order, or the one given. */
  call(
    client: Client,
    route: Route,
    fill: (hole: string) => string,
    uuid: string,
    more: { body?: unknown; query?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = route.method === 'GET' ? {} : { 'idempotency-key': randomUUID() };
    const url = more.query ? `${this.path(route, fill)}?${more.query}` : this.url(route, fill, uuid);
    return client.send(route.method, url, more.body ?? this.body(route, uuid), {
      ...headers,
      ...more.headers,
    });
  }
}

/** Whether an address holds the id of something somebody may or may not know of. */
export const takesAnId = (route: Route, known: ReadonlyMap<string, string>): boolean =>
  route.holes.some((hole) => isId(known.get(hole)));

const holesOf = (path: string): string[] =>
  path.split('/').flatMap((part, n, parts) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return [];
    return [name === 'id' || name === 'episodeId' ? (parts[n - 1] ?? '') : name];
  });

/** Status, body and headers of an answer; date and request number are no part of it. */
export const shapeOf = (answer: Answer): string =>
  JSON.stringify([
    answer.status,
    answer.text.replace(/"reference":"[0-9a-f-]*"/, '"reference":""'),
    Object.entries(answer.headers)
      .filter(([name]) => !PASSING.has(name))
      .map(([name, value]) => `${name}: ${String(value)}`)
      .sort(),
  ]);

const PASSING = new Set(['date', 'keep-alive', 'x-request-id']);
