/**
 * Stands in the browser for `class-transformer`, which the shared commands and views are marked with for the API. The screen
 * takes codes and rules from the same files; their marks mean nothing here and ask for what a browser does not have.
 */
const nothing = (): PropertyDecorator => () => undefined;

export const Type = nothing;
export const Transform = nothing;
