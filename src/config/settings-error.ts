/** One setting that is missing or wrong. Never holds the value: it may be a secret. */
export interface SettingProblem {
  readonly name: string;
  /** What is wrong, to be read after the name: `is missing`. */
  readonly problem: string;
  /** What to set and where to find it. */
  readonly fix: string;
}

/** The process cannot start as it is configured; the message names every problem at once and what to do about each. */
export class SettingsError extends Error {
  readonly problems: readonly SettingProblem[];

  constructor(
    problems: readonly SettingProblem[],
    introduction = 'Kickoff cannot start with these settings:',
  ) {
    const lines = problems.map(({ name, problem, fix }) => `  ${name} ${problem}.\n    ${fix}`);
    super([introduction, ...lines].join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
