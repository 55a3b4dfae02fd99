import type { SandboxApp, SandboxAppCommand } from '../tenant/tenant.ts';

/** A command of the app's message extension as its person reads it. */
export type AppCommandView = Omit<SandboxAppCommand, 'titles'> & { title: string };

/** The app's commands in the language of a locale (`de-DE`), English where the app does not speak it. */
export function listAppCommands({ commands }: SandboxApp, locale: string): AppCommandView[] {
  const { language } = new Intl.Locale(locale);
  return commands.map(({ id, type, context, titles }) => ({
    ...{ id, type, context },
    title: titles[language] ?? titles['en'] ?? id,
  }));
}
