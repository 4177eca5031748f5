import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { STATEMENT_FORMS, type StatementForm } from './languages.js';

export class StatementView {
  @IsString()
  version!: string;

  @IsString()
  language!: string;

  @IsIn(['ltr', 'rtl'])
  direction!: 'ltr' | 'rtl';

  @IsIn([...STATEMENT_FORMS])
  form!: StatementForm;

  /** Plain text; a blank line parts sections, the first line of a section is its heading. */
  @IsString()
  body!: string;
}

/** A language and form a family can be read the wording in. */
export class StatementOfferView {
  @IsString()
  language!: string;

  @IsIn([...STATEMENT_FORMS])
  form!: StatementForm;
}

export class StatementOffersView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StatementOfferView)
  items!: StatementOfferView[];
}

/** A wording as the administrator sees it. */
export class StatementVersionView extends StatementView {
  @IsString()
  validFrom!: string;

  /** Read out today in its language and form. */
  @IsBoolean()
  inForce!: boolean;

  /** Says an older English wording than the one in force. */
  @IsBoolean()
  behind!: boolean;

  @IsOptional()
  @IsString()
  addedBy!: string | null;
}

export class StatementVersionsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StatementVersionView)
  items!: StatementVersionView[];
}
