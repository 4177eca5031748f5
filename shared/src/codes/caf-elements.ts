import { codeList } from './code-list.js';

/**
 * The elements of the assessment (rule 3.7): a plain label, what the national form calls it, and its domain.
 * A versioned list; no screen or rule counts on how many there are.
 */
export const CAF_ELEMENTS = codeList('caf-elements', 1, [
  { code: 'D01', label: 'General health', formal: 'General health', domain: 'DEVELOPMENT' },
  { code: 'D02', label: 'Physical development', formal: 'Physical development', domain: 'DEVELOPMENT' },
  {
    code: 'D03',
    label: 'Speech and language',
    formal: 'Speech, language and communication development',
    domain: 'DEVELOPMENT',
  },
  {
    code: 'D04',
    label: 'Feelings and friendships',
    formal: 'Emotional and social development',
    domain: 'DEVELOPMENT',
  },
  { code: 'D05', label: 'Behaviour', formal: 'Behavioural development', domain: 'DEVELOPMENT' },
  {
    code: 'D06',
    label: 'Identity and self-esteem',
    formal: 'Identity, self-esteem, self-image and social presentation',
    domain: 'DEVELOPMENT',
  },
  {
    code: 'D07',
    label: 'Family and friends',
    formal: 'Family and social relationships',
    domain: 'DEVELOPMENT',
  },
  { code: 'D08', label: 'Self-care', formal: 'Self-care skills and independence', domain: 'DEVELOPMENT' },
  {
    code: 'D09',
    label: 'Understanding',
    formal: 'Understanding, reasoning and problem solving',
    domain: 'LEARNING',
  },
  {
    code: 'D10',
    label: 'Taking part in school',
    formal: 'Participation in learning, education and employment',
    domain: 'LEARNING',
  },
  { code: 'D11', label: 'Progress', formal: 'Progress and achievement in learning', domain: 'LEARNING' },
  { code: 'D12', label: 'Hopes', formal: 'Aspirations', domain: 'LEARNING' },
  {
    code: 'P01',
    label: 'Care and safety',
    formal: 'Basic care, ensuring safety and protection',
    domain: 'PARENTING',
  },
  {
    code: 'P02',
    label: 'Warmth and steadiness',
    formal: 'Emotional warmth and stability',
    domain: 'PARENTING',
  },
  {
    code: 'P03',
    label: 'Guiding and encouraging',
    formal: 'Guidance, boundaries and stimulation',
    domain: 'PARENTING',
  },
  {
    code: 'F01',
    label: 'Family life',
    formal: 'Family history, functioning and well-being',
    domain: 'FAMILY',
  },
  { code: 'F02', label: 'Wider family', formal: 'Wider family', domain: 'FAMILY' },
  {
    code: 'F03',
    label: 'Housing, work and money',
    formal: 'Housing, employment and financial considerations',
    domain: 'FAMILY',
  },
  {
    code: 'F04',
    label: 'Around the home',
    formal: 'Social and community elements and resources, including education',
    domain: 'FAMILY',
  },
]);

export type CafElement = (typeof CAF_ELEMENTS)['codes'][number];
