import type { AccountTexts } from './account-texts.ts';

/** What is said in German about who somebody is and what may be done as them. */
export const germanAccount: AccountTexts = {
  title: 'Wer Sie für mich sind',
  notSignedIn: 'Sie sind nicht angemeldet',
  toSignIn: 'Schreiben Sie „sign in“ und dann noch einmal „whoami“: Das zeigt, was ich in Ihrem Namen darf.',
  name: 'Name',
  mail: 'E-Mail',
  organisation: 'Organisation',
  allowed: 'Was ich in Ihrem Namen darf',
  notAllowed: 'Was ich nicht darf',
  missing: (permissions) => `Es fehlt: ${permissions}.`,
  refused: 'Es ist erteilt, aber Microsoft 365 lehnt es ab.',
  features: {
    posting: {
      does: 'Unterhaltungen und Threads in Ihren Gruppen beginnen.',
      without: 'Ohne das kann ich nichts veröffentlichen.',
    },
    'marker-write': {
      does: 'Jeden Beitrag unsichtbar kennzeichnen, damit ich ihn wiederfinde.',
      without: 'Ohne das erkenne ich einen Beitrag an Betreff, Text, Absender und Zeit.',
    },
    'marker-read': {
      does: 'Dieses Kennzeichen lesen, wenn eine Antwort von Microsoft 365 verloren ging.',
      without: 'Ohne das erkenne ich einen Beitrag an Betreff, Text, Absender und Zeit.',
    },
    'group-names': {
      does: 'Die Namen Ihrer Gruppen zeigen und darin suchen.',
      without: 'Ohne das nennen Sie eine Gruppe mit ihrer ID.',
    },
    profile: {
      does: 'Ihren Namen und Ihre E-Mail-Adresse lesen.',
      without:
        'Ohne das kann ich Ihre Beiträge nicht von fremden unterscheiden, wenn ich einen verlorenen suche.',
    },
    'people-search': {
      does: 'Personen in Ihrer Organisation nach Namen finden.',
      without: 'Ohne das geben Sie E-Mail-Adressen an.',
    },
    watching: {
      does: 'Sofort von neuen Beiträgen erfahren.',
      without: 'Ohne das sehe ich von Zeit zu Zeit nach.',
    },
  },
  forAdmin: 'Was fehlt, erteilt Ihre Administration für alle über diesen Link:',
  adminButton: 'Für die Administration: Berechtigungen erteilen',
  afterwards: 'Schreiben Sie danach „sign out“ und dann „sign in“, damit es gleich gilt.',
};
