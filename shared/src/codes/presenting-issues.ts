import { codeList } from './code-list.js';

/** Why someone is worried: a local list, several may be chosen and one is the main one (rule 3.1.2). */
export const PRESENTING_ISSUES = codeList('presenting-issues', 1, [
  { code: 'SCHOOL_ATTENDANCE', label: 'School attendance' },
  { code: 'EXCLUSION_RISK', label: 'Risk of exclusion' },
  { code: 'BEHAVIOUR_HOME', label: 'Behaviour at home' },
  { code: 'BEHAVIOUR_SCHOOL', label: 'Behaviour at school' },
  { code: 'EMOTIONAL_WELLBEING', label: 'Emotional well-being' },
  { code: 'MENTAL_HEALTH', label: 'Child’s mental health' },
  { code: 'SELF_HARM', label: 'Self-harm' },
  { code: 'DISABILITY_SEND', label: 'Disability or special educational needs' },
  { code: 'SPEECH_LANGUAGE', label: 'Speech and language' },
  { code: 'HEALTH_CONDITION', label: 'Health condition' },
  { code: 'CHILD_SUBSTANCE_USE', label: 'Child’s use of alcohol or drugs' },
  { code: 'PARENT_SUBSTANCE_USE', label: 'Parent’s use of alcohol or drugs' },
  { code: 'PARENT_MENTAL_HEALTH', label: 'Parent’s mental health' },
  { code: 'PARENT_LEARNING_DISABILITY', label: 'Parent’s learning disability' },
  { code: 'DOMESTIC_ABUSE', label: 'Domestic abuse' },
  {
    code: 'NEGLECT_BELOW_THRESHOLD',
    label: 'Neglect, below the safeguarding threshold',
    family: 'Care at home',
  },
  { code: 'PARENTING', label: 'Parenting support' },
  { code: 'PARENTAL_SEPARATION', label: 'Parents separating' },
  { code: 'BEREAVEMENT', label: 'Bereavement' },
  { code: 'YOUNG_CARER', label: 'Young carer' },
  { code: 'BULLYING', label: 'Bullying' },
  { code: 'HOUSING', label: 'Housing or homelessness' },
  { code: 'DEBT_POVERTY', label: 'Debt or poverty', family: 'Money' },
  { code: 'WORKLESSNESS', label: 'No one in work', family: 'Finding work' },
  {
    code: 'OFFENDING_ASB',
    label: 'Offending or anti-social behaviour',
    family: 'Trouble with the police or neighbours',
  },
  {
    code: 'EXPLOITATION_RISK',
    label: 'Risk of sexual or criminal exploitation',
    family: 'Safety outside the home',
  },
  { code: 'MISSING', label: 'Missing from home or school' },
  { code: 'TEENAGE_PREGNANCY', label: 'Teenage pregnancy', family: 'Expecting a baby' },
  { code: 'UNBORN_CONCERNS', label: 'Worries about an unborn baby', family: 'Help before the baby comes' },
  { code: 'NEET', label: 'Not in education, employment or training', family: 'What to do after school' },
  { code: 'IMMIGRATION', label: 'Immigration status' },
  { code: 'PARENT_IN_PRISON', label: 'A parent in prison' },
  { code: 'OTHER', label: 'Something else' },
]);

/** More than this is allowed but asked about: everything at once is no starting point. */
export const PRESENTING_ISSUES_SUGGESTED = 5;

/** Who first raised the worry (rule 3.1). */
export const SOURCES_OF_CONCERN = codeList('sources-of-concern', 1, [
  { code: 'SELF', label: 'The child or young person' },
  { code: 'PARENT', label: 'Parent or carer' },
  { code: 'FAMILY_MEMBER', label: 'Another family member' },
  { code: 'OWN_AGENCY', label: 'My own service' },
  { code: 'OTHER_AGENCY', label: 'Another service' },
  { code: 'POLICE_NOTIFICATION', label: 'Police notification' },
  { code: 'STEP_DOWN', label: 'Step-down from social care' },
  { code: 'TRANSFER_IN', label: 'Transfer from another area' },
  { code: 'PANEL', label: 'Panel' },
  { code: 'OTHER', label: 'Someone else' },
]);
