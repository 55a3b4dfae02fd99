import type { PlanTexts } from './plan-texts.ts';

/** What is said in German about texts that are planned for later. */
export const germanPlan: PlanTexts = {
  late: 'Ich konnte es nicht zur geplanten Zeit veröffentlichen, und die ist mehr als eine Stunde her; deshalb frage ich vorher.',
  title: (when) => `Geplant für ${when}`,
  note: 'Vorher wird nichts gesendet. Bis dahin können Sie es ändern, veröffentlichen oder verwerfen.',
  firstOfTwo: 'Diese Uhrzeit gibt es zweimal, weil die Uhren zurückgestellt werden; ich nehme die erste.',
  change: 'Ändern',
  replaced: 'Geändert',
  replacedNote: 'Diese Fassung wird nicht gesendet; an ihre Stelle tritt die geänderte.',
  confirmFirst: 'Es geht zu dieser Zeit nur hinaus, wenn Sie es bestätigen.',
  confirm: 'Ja, dann veröffentlichen',
};
