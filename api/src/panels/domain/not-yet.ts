import { DomainError } from '#api/platform/errors/domain-error.js';

export const notYet = (): DomainError =>
  new DomainError('NOT_YET', 409, { detail: 'This is written down on the day itself' });
