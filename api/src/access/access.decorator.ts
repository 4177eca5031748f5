import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Thing, Verb } from '@encircle/shared/policy';

/** What a handler declares about itself; the program refuses to start when one declares nothing. */
export interface AccessRule {
  /** `subject.verb`, e.g. `meeting.record-attendance`; also the name of the audit entry. */
  permission: string;
  /** The role ceiling asked before any SQL: may this role do this verb to this kind of thing at all? */
  ceiling: readonly [Verb, Thing];
  /** Touches a child's data: the answer is held back unless an audit row was written in the same transaction. */
  audited: boolean;
  /** Makes something: needs an Idempotency-Key, and a second call with the same key gets the first answer. */
  creates?: boolean;
  /** The use case is one SQL statement that enters, selects and audits by itself (docs/decisions/0005). */
  oneStatement?: boolean;
}

export const ACCESS = 'encircle:access';
export const PUBLIC = 'encircle:public';

/** Declares who may call this handler and what is written down about it. */
export const Access = (rule: AccessRule): MethodDecorator => applyDecorators(SetMetadata(ACCESS, rule));

/** Declares that anyone may call this handler, and why. */
export const Public = (why: string): MethodDecorator => applyDecorators(SetMetadata(PUBLIC, why));
