/** Whether somebody has Kickoff now, may have it later, or is not to get it. */
export type InstallAnswer =
  | { readonly kind: 'installed' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'no' };
