/** A person as the directory knows them. */
export interface Profile {
  readonly name?: string;
  readonly mail?: string;
  /** What their organisation is called. */
  readonly organisation?: string;
}

/** Finds out by asking Graph what a token can do; reads only. Methods throw `CodedError` for what Graph answers. */
export interface AccountProbe {
  profile(token: string): Promise<Profile>;
  /** Whether Graph tells this token the names of the person's groups; undefined for somebody in no group. */
  groupNames(token: string): Promise<boolean | undefined>;
}
