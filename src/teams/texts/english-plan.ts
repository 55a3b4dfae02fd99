import type { PlanTexts } from './plan-texts.ts';

/** What is said in English about texts that are planned for later. */
export const englishPlan: PlanTexts = {
  late: 'I could not post it at its time, which is more than an hour ago, so I ask before I post it.',
  title: (when) => `Planned for ${when}`,
  note: 'Nothing is sent before. You can change, post or discard it until then.',
  firstOfTwo: 'This time comes twice, because the clocks go back; I take the first one.',
  change: 'Change',
  replaced: 'Changed',
  replacedNote: 'This version will not be sent; the changed one takes its place.',
  confirmFirst: 'It goes out at that time only if you confirm it.',
  confirm: 'Yes, post it then',
};
