import { IsObject, IsString } from 'class-validator';

/** The API described by itself (OpenAPI 3). */
export class OpenApiView {
  @IsString()
  openapi!: string;

  @IsObject()
  info!: object;

  @IsObject()
  paths!: Record<string, Record<string, Operation>>;

  @IsObject()
  components!: { schemas?: Record<string, object> };
}

export interface Operation {
  operationId?: string;
  responses?: Record<string, object>;
  [key: string]: unknown;
}

/** The body of every refusal, as `Problem` in shared describes it. */
export class ProblemView {
  @IsString()
  code!: string;

  @IsString()
  reference!: string;
}
