import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalid } from '#api/platform/errors/domain-error.js';

/** Shape is checked by the shared contract classes; unknown names are refused, messages name the field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors: ValidationError[]) => invalid(flatten(errors, '')),
  });

function flatten(errors: readonly ValidationError[], path: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const error of errors) {
    const here = path ? `${path}.${error.property}` : error.property;
    if (error.constraints) fields[here] = Object.values(error.constraints);
    if (error.children?.length) Object.assign(fields, flatten(error.children, here));
  }
  return fields;
}
