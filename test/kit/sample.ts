export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  /** Of an object with keys of its own choosing: what stands behind them, or whether anything may. */
  additionalProperties?: Schema | boolean;
}

export type Schemas = Record<string, Schema>;

const DAY = '2026-03-13';
const INSTANT = '2026-03-13T10:00:00.000Z';

/**
 * The smallest body that satisfies a schema of the API document, so that a stranger's call is stopped by the gate and
 * not by a missing field.
 * @param uuid what stands for an id inside the body
 */
export function sample(schema: Schema, schemas: Schemas, uuid: string, name = ''): unknown {
  if (schema.$ref) return sample(schemas[schema.$ref.split('/').pop() ?? ''] ?? {}, schemas, uuid, name);
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (choice) return sample(choice, schemas, uuid, name);
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return sampleObject(schema, schemas, uuid);
  if (type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () =>
      sample(schema.items ?? {}, schemas, uuid, name),
    );
  }
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  return sampleText(schema, uuid, name);
}

function sampleObject(schema: Schema, schemas: Schemas, uuid: string): Record<string, unknown> {
  const required = schema.required ?? [];
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([key]) => required.includes(key))
      .map(([key, value]) => [key, sample(value, schemas, uuid, key)]),
  );
}

function sampleText(schema: Schema, uuid: string, name: string): string {
  if (schema.format === 'uuid' || /Ids?$/.test(name)) return uuid;
  if (schema.format === 'date-time' || /At$/.test(name)) return INSTANT;
  if (
    schema.format === 'date' ||
    schema.pattern?.includes('\\d{4}-') ||
    /(On|Date|When|From|dateOfBirth)$/.test(name)
  )
    return DAY;
  if (/[tT]ime$/.test(name)) return '15:45';
  if (name === 'category') return 'CHILD';
  const length = Math.max(schema.minLength ?? 1, 24);
  return 'x'.repeat(Math.min(length, schema.maxLength ?? length));
}
