import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';

export class JumpQuery {
  @IsString()
  @MinLength(2, { message: 'Type at least two letters' })
  @MaxLength(60, { message: 'Type a shorter name' })
  q!: string;
}

export class JumpItem {
  @IsUUID()
  episodeId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsString()
  state!: string;
}

export class JumpAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => JumpItem)
  items!: JumpItem[];
}
