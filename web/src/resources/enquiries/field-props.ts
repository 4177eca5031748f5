import type { EnquiryForm } from './enquiries.model';

/** What every part of the form gets: the answers, what is wrong with them, and how to change them. */
export interface FieldProps {
  value: EnquiryForm;
  wrong: (field: string) => string | undefined;
  set: (over: EnquiryForm) => void;
}
