/** How a person wants to be told, in their own chat. Times are `HH:mm` in their zone. */
export interface NoticeSettings {
  /** IANA name. */
  readonly timeZone: string;
  /** Nothing is shown from `from` until `to`; over midnight when `to` is the earlier one. */
  readonly quiet?: { readonly from: string; readonly to: string };
  /** Everything once a day at this time, instead of each as it comes; goes before quiet hours. */
  readonly digestAt?: string;
  /** False: what they start is not watched by itself. */
  readonly watchStarted: boolean;
}

export const defaultNoticeSettings: NoticeSettings = { timeZone: 'UTC', watchStarted: true };
