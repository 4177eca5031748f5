import { applyDecorators, SetMetadata } from '@nestjs/common';

type ViewClass = abstract new (...args: never[]) => object;

/** What a handler answers: one view, a list of them, or nothing. */
export interface Answer {
  view: ViewClass | null;
  list: boolean;
  status: number;
}

export const RETURNS = 'encircle:returns';

/** Names the answer, so that the API document is complete and a test can hold every answer to it. */
export const Returns = (
  view: ViewClass | null,
  options: { list?: boolean; status?: number } = {},
): MethodDecorator =>
  applyDecorators(
    SetMetadata(RETURNS, {
      view,
      list: options.list ?? false,
      status: options.status ?? 200,
    } satisfies Answer),
  );
