export interface WatchSettingsRow {
  tenant_id: string;
  person_id: string;
  sealed: string;
}
