/** The Teams app cannot be packed; the message names every mistake at once and what to do about each. */
export class PackageError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The Teams app cannot be packed:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'PackageError';
    this.problems = problems;
  }
}
