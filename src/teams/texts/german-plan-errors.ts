import type { planErrors } from '../../conversations/errors/plan-errors.ts';

/** The sentences in German about when something is to be posted: what happened, what to do next. */
export const germanPlanErrors: Readonly<
  Record<keyof typeof planErrors, readonly [says: string, next: string]>
> = {
  PLAN_UNCLEAR: [
    'Ich verstehe „{when}“ nicht als Datum und Uhrzeit.',
    'Schreiben Sie zum Beispiel 2026-12-01 9:00, Montag 9:00, morgen 9:30 oder 9:00, oder wählen Sie beides im Formular.',
  ],
  PLAN_TIME_MISSING: [
    'Es gibt ein Datum, aber keine Uhrzeit.',
    'Wählen Sie auch die Uhrzeit, oder leeren Sie das Datum.',
  ],
  PLAN_PAST: [
    'Dieser Zeitpunkt ist vorbei.',
    'Wählen Sie einen späteren, oder leeren Sie Datum und Uhrzeit, um es jetzt zu veröffentlichen.',
  ],
  PLAN_TOO_FAR: [
    'Ich plane höchstens {limit} Tage voraus.',
    'Wählen Sie ein früheres Datum, oder legen Sie sich eine Erinnerung in den Kalender.',
  ],
  PLAN_TIME_SKIPPED: [
    '{time} gibt es an diesem Tag in {zone} nicht, weil die Uhren vorgestellt werden.',
    'Wählen Sie eine Zeit davor oder danach.',
  ],
  PLAN_CHANGED: [
    'Was Sie geändert haben, wartet nicht mehr: Es wurde veröffentlicht, verworfen oder an anderer Stelle geändert.',
    'Aus diesem Formular wurde nichts veröffentlicht. Senden Sie es ab, wenn Sie es als neuen Beitrag wollen.',
  ],
  ZONE_MISSING: [
    'Teams hat mir Ihre Zeitzone nicht genannt, daher weiß ich nicht, wann das ist.',
    'Geben Sie ihren Namen ein, etwa Europe/Berlin.',
  ],
  ZONE_UNKNOWN: [
    'Ich kenne die Zeitzone „{zone}“ nicht.',
    'Geben Sie einen Namen wie Europe/Berlin oder America/New_York ein.',
  ],
};
