import type { Person } from '../person.ts';
import type { PostFile } from '../post-file.ts';
import type { RequestKind } from '../request.ts';

/** What a form card holds: exactly what was typed, unchecked. */
export interface Draft {
  readonly kind: RequestKind;
  /** Name, address or id of the group as typed, or the id chosen. */
  readonly group: string;
  readonly conversation?: string;
  /** For a reply: the thread that is answered, by its id in Graph; `topic` is then its topic and stays. */
  readonly threadId?: string;
  readonly topic: string;
  /** Plain text or Markdown. */
  readonly body: string;
  /** The text as it came in plain, by message or from a request: while nobody changes it, no Markdown is read in it. */
  readonly plainBody?: string;
  readonly files?: readonly PostFile[];
  /** Addresses as typed, separated by commas. */
  readonly people: string;
  /** When it is to be posted: a date (`2026-11-30`) and a time (`09:00`) of the person's clock; empty: at once. */
  readonly postDate?: string;
  readonly postTime?: string;
  /** The time zone that was typed, where none was known. */
  readonly postZone?: string;
  /** The planned request that this changes. */
  readonly replaces?: string;
  /** The group's members are told in Teams as well, once it is posted. */
  readonly tellMembers?: true;
  /** Everybody in its chat may begin with what is in it, each in a form of their own. */
  readonly offered?: true;
  /** The notice that it stands in as a text field: its message stays, and the receipt is one of its own. */
  readonly notice?: NoticedPosts;
}

/** New posts as a notice showed them, oldest first; the thread and the topic are the draft's. */
export interface NoticedPosts {
  readonly group: { readonly id: string; readonly name: string; readonly mail?: string };
  readonly conversationId?: string;
  /** `from`: name, or address; `receivedAt`: ISO 8601; `preview`: empty where it was only counted. */
  readonly posts: readonly { readonly from: string; readonly receivedAt: string; readonly preview: string }[];
}

/** A form card that the server made: for one person, in one chat, for a while. */
export interface Form {
  readonly id: string;
  readonly person: Person;
  readonly chatId: string;
  readonly draft: Draft;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Forms at rest; the draft is stored encrypted. */
export interface Forms {
  /** Stores a new form; one with the same id stays as it is. */
  put(form: Form): Promise<void>;
  /** Expired ones too, so that what was typed can go into a new one. */
  find(id: string): Promise<Form | undefined>;
  /** Keeps what was typed last under the form's id. @throws CodedError FORM_UNKNOWN when there is no such form */
  keepDraft(id: string, draft: Draft): Promise<void>;
}
