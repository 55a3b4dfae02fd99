import type { SettingName } from './settings.ts';

/** What is wrong with a setting because of the others, to be read after its name. */
export interface Conflict {
  readonly name: SettingName;
  readonly problem: string;
  /** What to do, where it is not what the setting's own entry says. */
  readonly fix?: string;
}
