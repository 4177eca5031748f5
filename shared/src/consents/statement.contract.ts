import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { STATEMENT_FORMS, STATEMENT_LANGUAGE_CODES, type StatementForm } from './languages.js';

/** A new wording. The one before it stays, for those who agreed under it. */
export class AddStatement {
  @IsIn([...STATEMENT_LANGUAGE_CODES], { message: 'Choose the language' })
  language!: string;

  @IsIn([...STATEMENT_FORMS], { message: 'Say whether this is the full wording or the easy-read one' })
  form!: StatementForm;

  /** Plain text; a blank line parts sections, the first line of a section is its heading. */
  @IsString({ message: 'Write the wording' })
  @Length(200, 8000, { message: 'The wording has 200 to 8,000 characters' })
  body!: string;

  /** First day it is read out; default today. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the first day' })
  validFrom?: string;
}

export class StatementQuery {
  /** ISO 639 code; English when there is no wording in it. */
  @IsOptional()
  @IsString()
  @Length(2, 8)
  language?: string;

  /** The full wording when there is no easy-read one. */
  @IsOptional()
  @IsIn([...STATEMENT_FORMS])
  form?: StatementForm;
}

/** What is written, who sees it, how long, and how to change one's mind: a wording says at least these (rule 11.2). */
export const FEWEST_SECTIONS = 4;

export function statementProblems(command: AddStatement, today: string): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const sections = sectionsOf(command.body);
  if (sections.length < FEWEST_SECTIONS)
    problems['body'] = [
      'Part the wording with blank lines: what is written down, who sees it, how long, how to change one’s mind, when we may share anyway',
    ];
  else if (sections.some(({ text }) => text === ''))
    problems['body'] = ['A section needs a heading on its first line and words below it'];
  if (command.validFrom !== undefined && command.validFrom < today)
    problems['validFrom'] = ['Enter today or a later day: what was read out before cannot change'];
  return problems;
}

export interface StatementSection {
  heading: string;
  text: string;
}

/** A blank line parts sections; the first line of each is its heading. */
export function sectionsOf(body: string): StatementSection[] {
  return body
    .trim()
    .split(/\n[ \t]*\n/)
    .map((section) => {
      const [heading = '', ...rest] = section.trim().split('\n');
      return { heading: heading.trim(), text: rest.join(' ').trim() };
    });
}
