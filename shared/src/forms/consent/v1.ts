/** The statement that is read out and signed (rules 3.9 and 11.2). A version that was signed is never edited. */
export interface ConsentStatement {
  readonly version: string;
  readonly language: string;
  readonly title: string;
  /** Read aloud, in this order. May hold {child}. */
  readonly paragraphs: readonly { readonly key: string; readonly heading: string; readonly text: string }[];
  /** Asked one by one, nothing ticked beforehand; `required` ones are needed for an assessment. */
  readonly questions: readonly {
    readonly key: string;
    readonly text: string;
    readonly required: boolean;
  }[];
}

export const CONSENT_STATEMENT_V1: ConsentStatement = {
  version: '1',
  language: 'en',
  title: 'What you are happy for us to share',
  paragraphs: [
    {
      key: 'what',
      heading: 'What we write down',
      text: 'We write down what is going well for {child} and what would help. You can read it. You can tell us when something is wrong.',
    },
    {
      key: 'why',
      heading: 'Why we share it',
      text: 'People who help {child} need to know the same things. Then you do not have to tell your story again and again.',
    },
    {
      key: 'who',
      heading: 'Who may see it',
      text: 'Only the services and people you say yes to. You choose one by one. You can say no to any of them.',
    },
    {
      key: 'private',
      heading: 'Very private things',
      text: 'Some things are very private, like mental health. We ask about them by themselves. You can say yes for one person only.',
    },
    {
      key: 'long',
      heading: 'How long it lasts',
      text: 'Your yes lasts up to one year. We ask you again at each review.',
    },
    {
      key: 'mind',
      heading: 'You can change your mind',
      text: 'Tell us at any time, in any way. We stop sharing new things at once. What is already written stays safely kept.',
    },
    {
      key: 'without',
      heading: 'When we might share without asking',
      text: 'We may have to share when someone could be hurt. We may have to share when the law says so. We tell you first when that is safe.',
    },
    {
      key: 'log',
      heading: 'Who has looked',
      text: 'The computer notes each person who looks. You can ask us for that list.',
    },
    {
      key: 'complain',
      heading: 'If you are not happy',
      text: 'Tell your worker or their manager. You can also complain to the Information Commissioner.',
    },
  ],
  questions: [
    { key: 'understood', text: 'I understand what is written down and why it is kept.', required: true },
    { key: 'explained', text: 'Someone explained to me why it is shared, and I understood.', required: true },
    {
      key: 'share',
      text: 'I agree to share with the services and people I chose. I said who must not see it.',
      required: true,
    },
    {
      key: 'without',
      text: 'I understand that some things may be shared without asking, to keep people safe.',
      required: true,
    },
    { key: 'evaluate', text: 'You may use my name when you check how well services work.', required: false },
  ],
};

export const CONSENT_STATEMENTS: readonly ConsentStatement[] = [CONSENT_STATEMENT_V1];

/** The statement new agreements are given on. */
export function currentConsentStatement(): ConsentStatement {
  return CONSENT_STATEMENTS.at(-1) ?? CONSENT_STATEMENT_V1;
}

export function consentStatement(version: string): ConsentStatement | undefined {
  return CONSENT_STATEMENTS.find((statement) => statement.version === version);
}
