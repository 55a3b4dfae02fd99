export type FormField = 'group' | 'conversation' | 'topic' | 'body' | 'people' | PlanField;

/** Inputs of when it is to be posted. */
export type PlanField = 'postDate' | 'postTime' | 'postZone';

/** What is wrong with a form: at one field, or with the whole. For a coded error, `Texts.error` has `says` and `next`. */
export interface FormProblem {
  readonly field?: FormField;
  readonly says: string;
  readonly next?: string;
}
