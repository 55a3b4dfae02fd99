import type { AnnouncementState } from '../../announcements/announcement.ts';
import type { NotToldReason, ReceiverState } from '../../announcements/receiver.ts';

/** What is said about notices to many: to who is told, and to who tells. */
export interface AnnouncementTexts {
  /** `name`: of a person, or of another system. */
  from(name: string): string;
  started(name: string, topic: string, group: string): string;
  readonly watch: string;
  /** The button that opens the offered form; and what it does. */
  readonly startThis: string;
  readonly startThisNote: string;
  /** The message is longer than the card can show. */
  readonly cut: string;

  /** The toggle on the form of a new conversation, and its label. */
  readonly tellMembers: string;
  readonly tellMembersLabel: string;
  /** Before anything is posted, and once it is. */
  readonly membersAreTold: string;
  readonly membersBeingTold: string;

  readonly states: Readonly<Record<Exclude<AnnouncementState, 'done'>, string>>;
  /** The end, when everybody was told, when not everybody was, and when there was nobody. */
  readonly everybodyTold: string;
  readonly doneWithGaps: string;
  readonly nobodyThere: string;
  readonly notes: Readonly<Partial<Record<AnnouncementState, string>>>;
  /** Below the bar: how many of how many are done with. */
  progress(done: number, total: number): string;
  /** Label of what they are told. */
  readonly about: string;
  /** Label of who is told; and who that is. */
  readonly to: string;
  people(count: number): string;
  membersOf(group: string): string;
  readonly chat: string;
  /** Labels of counts. */
  readonly counts: Readonly<
    Record<'delivered' | 'waiting' | 'unreachable' | 'unconfirmed' | 'stopped', string>
  >;
  readonly unconfirmedNote: string;
  readonly why: Readonly<Record<NotToldReason, string>>;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly export: string;
  /** To somebody who presses a button of another's report. */
  readonly notYours: string;

  /** The report as a file. */
  readonly report: {
    /** Without its ending; letters, digits and hyphens. */
    readonly fileName: string;
    readonly description: string;
    readonly columns: readonly [name: string, id: string, state: string, why: string, at: string];
    readonly states: Readonly<Record<ReceiverState, string>>;
    /** To whoever pressed the button: in a personal chat, and elsewhere. */
    readonly asked: string;
    readonly inOwnChat: string;
    readonly noOwnChat: string;
    readonly declined: string;
    readonly uploaded: string;
    readonly failed: string;
    hostNotAllowed(host: string): string;
    /** The question was answered already, or is too old. */
    readonly over: string;
  };
}
