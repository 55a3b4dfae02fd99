/** One setting: how it is called, what it means, and what to do when it is missing or wrong. */
export interface Setting {
  readonly name: string;
  readonly section:
    | 'Server'
    | 'App registration'
    | 'Teams app'
    | 'Storage'
    | 'Clouds and addresses'
    | 'Times'
    | 'Watching'
    | 'Other systems'
    | 'Metrics'
    | 'Surroundings';
  readonly meaning: string;
  /** What to set and where to find it: the second half of an error. */
  readonly fix: string;
  /** Its value when it is not set. */
  readonly default?: string;
  /** In words, where there is no such value: what happens when it is not set. */
  readonly otherwise?: string;
  /** Without it a real tenant cannot be served. */
  readonly required?: true;
}
