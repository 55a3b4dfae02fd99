import type { z } from 'zod';
import type { Conflict } from './conflict.ts';
import { SettingsError } from './settings-error.ts';
import { settings, type SettingName } from './settings.ts';

/** The settings that are given: surrounding spaces are dropped, and an empty one counts as not set. */
export type GivenSettings = Partial<Record<SettingName, string>>;

/**
 * The values of some settings.
 *
 * @param check problems that lie between settings
 * @param introduction first line of the error, where it is not about starting
 * @throws SettingsError with every missing or malformed setting, in the order of `docs/settings.md`.
 */
export function parseSettings<Schema extends z.ZodType>(
  env: Readonly<Record<string, string | undefined>>,
  schema: Schema,
  check: (given: GivenSettings) => readonly Conflict[],
  introduction?: string,
): z.output<Schema> {
  const given: GivenSettings = {};
  for (const { name } of settings) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  const alone = (parsed.error?.issues ?? []).map(({ path, message }): Conflict => ({
    name: path[0] as SettingName,
    problem: message,
  }));
  const found = [...alone, ...check(given)];
  if (parsed.success && found.length === 0) return parsed.data;
  const problems = settings.flatMap(({ name, fix }) =>
    found
      .filter((one) => one.name === name)
      .map((one) => ({ name, problem: one.problem, fix: one.fix ?? fix })),
  );
  throw new SettingsError(problems, introduction);
}
