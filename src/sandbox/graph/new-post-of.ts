import type { SandboxPerson } from '../tenant/tenant.ts';
import { GraphRefusal } from './graph-refusal.ts';
import type { Address, Attachment, ExtendedProperty, ItemBody, OpenExtension } from './mailbox-items.ts';
import type { NewPost } from './mailboxes.ts';

interface RecipientJson {
  emailAddress: { address: string; name?: string | null };
}

/** A post as callers write it; `checkBody` has held it against the metadata. */
export interface PostBody {
  body: ItemBody;
  newParticipants?: RecipientJson[];
  attachments?: (Pick<Attachment, '@odata.type' | 'name'> & { contentBytes: string } & Partial<Attachment>)[];
  extensions?: OpenExtension[];
  singleValueExtendedProperties?: ExtendedProperty[];
  multiValueExtendedProperties?: { id: string; value: string[] }[];
}

/** Documented limit of one attachment in a post: under 3 MB (post-post-attachments). */
const attachmentLimit = 3 * 1024 * 1024;

/** @throws GraphRefusal 400 for an address that is none, 413 for an attachment that is too large. */
export function newPostOf(json: PostBody, person: SandboxPerson): NewPost {
  return {
    sender: { name: person.displayName, address: person.mail },
    body: json.body,
    newParticipants: addressesOf(json.newParticipants),
    attachments: (json.attachments ?? []).map(attachmentOf),
    extendedProperties: json.singleValueExtendedProperties ?? [],
    multiValueProperties: json.multiValueExtendedProperties ?? [],
    extensions: (json.extensions ?? []).map(withoutType),
  };
}

/** @throws GraphRefusal 400 ErrorInvalidRecipients. */
export function addressesOf(recipients: RecipientJson[] = []): Address[] {
  return recipients.map(({ emailAddress: { address, name } }) => {
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address)) {
      throw new GraphRefusal(
        400,
        'ErrorInvalidRecipients',
        `At least one recipient is not valid., Recipient '${address}' is not resolved.`,
      );
    }
    return { name: name ?? address, address };
  });
}

function withoutType(extension: OpenExtension): OpenExtension {
  const entries = Object.entries(extension).filter(([name]) => name !== '@odata.type');
  return Object.fromEntries(entries) as OpenExtension;
}

function attachmentOf(json: NonNullable<PostBody['attachments']>[number]): Omit<Attachment, 'id'> {
  const size = Buffer.from(json.contentBytes, 'base64').length;
  if (size >= attachmentLimit) {
    throw new GraphRefusal(
      413,
      'ErrorMessageSizeExceeded',
      'The attachment exceeds the maximum supported size.',
    );
  }
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: json.name,
    contentType: json.contentType ?? 'application/octet-stream',
    size,
    isInline: json.isInline ?? false,
    ...(json.contentId === undefined ? {} : { contentId: json.contentId }),
    contentBytes: json.contentBytes,
  };
}
