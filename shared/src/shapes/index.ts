import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

type PartType = Parameters<typeof Type>[0];

const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** A text that may be null. */
export const MaybeText = (): PropertyDecorator => all(IsOptional(), IsString());

/** A list of texts. */
export const Texts = (): PropertyDecorator => all(IsArray(), IsString({ each: true }));

/** A part with a shape of its own; it may be null. */
export const MaybePart = (type: PartType): PropertyDecorator =>
  all(IsOptional(), ValidateNested(), Type(type));

/** A list of parts with a shape of their own. */
export const Parts = (type: PartType): PropertyDecorator =>
  all(IsArray(), ValidateNested({ each: true }), Type(type));

/** A text is taken without the blanks around it. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A yes or no as an address writes it. */
export const Ticked = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** The version of what is changed that its reader saw. */
export const SeenVersion = (): PropertyDecorator =>
  all(IsInt({ message: 'Send the version you saw' }), Min(1, { message: 'Send the version you saw' }));

/** Why something is done that stays on record, in 3 to 500 characters. @param missing what is asked for, e.g. "Say why it is struck out" */
export const Reason = (missing: string, most = 500): PropertyDecorator =>
  all(
    Trimmed(),
    IsString({ message: missing }),
    MinLength(3, { message: missing }),
    MaxLength(most, { message: `Keep the reason under ${most} characters` }),
  );
