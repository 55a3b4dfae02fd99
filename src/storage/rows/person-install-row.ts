/** `state` is `trying`, `installed`, `refused` or `removed`. */
export interface PersonInstallRow {
  tenant_id: string;
  person_id: string;
  state: string;
  since: number;
  rests_until: number;
}
