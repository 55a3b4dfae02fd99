/**
 * What a caller may write into a group's mailbox, and what only the service writes: the part of Microsoft's metadata
 * (msgraph-metadata, v1.0-Prod.csdl and the beta schema, as OpenAPI) that request bodies are checked with.
 */

/** `?` after a simple type: null is allowed as well. */
export type PropertyType =
  'string' | 'string?' | 'boolean' | 'strings' | { one: TypeName; optional?: boolean } | { list: TypeName };

export interface WritableType {
  writable: Readonly<Record<string, PropertyType>>;
  /** Properties that exist on the type and are refused all the same. */
  refused: readonly string[];
  /** Not in the metadata, which requires nothing: without these the post would be none. */
  required?: readonly string[];
  /** Takes further properties with simple values. */
  open?: boolean;
}

export type TypeName =
  | 'conversation'
  | 'conversationThread'
  | 'post'
  | 'recipient'
  | 'emailAddress'
  | 'itemBody'
  | 'fileAttachment'
  | 'openTypeExtension'
  | 'singleValueLegacyExtendedProperty'
  | 'multiValueLegacyExtendedProperty';

const summary = ['id', 'hasAttachments', 'lastDeliveredDateTime', 'preview', 'uniqueSenders'];

export const writableTypes: Readonly<Record<TypeName, WritableType>> = {
  conversation: {
    writable: { topic: 'string', threads: { list: 'conversationThread' } },
    refused: summary,
    required: ['topic', 'threads'],
  },
  conversationThread: {
    writable: {
      topic: 'string',
      posts: { list: 'post' },
      toRecipients: { list: 'recipient' },
      ccRecipients: { list: 'recipient' },
    },
    refused: [...summary, 'isLocked'],
    required: ['posts'],
  },
  post: {
    writable: {
      body: { one: 'itemBody' },
      newParticipants: { list: 'recipient' },
      attachments: { list: 'fileAttachment' },
      extensions: { list: 'openTypeExtension' },
      singleValueExtendedProperties: { list: 'singleValueLegacyExtendedProperty' },
      multiValueExtendedProperties: { list: 'multiValueLegacyExtendedProperty' },
    },
    refused: [
      'id',
      'categories',
      'changeKey',
      'createdDateTime',
      'lastModifiedDateTime',
      'conversationId',
      'conversationThreadId',
      'from',
      'sender',
      'hasAttachments',
      'receivedDateTime',
      'inReplyTo',
      'importance',
      'mentions',
    ],
    required: ['body'],
  },
  recipient: { writable: { emailAddress: { one: 'emailAddress' } }, refused: [], required: ['emailAddress'] },
  emailAddress: { writable: { address: 'string', name: 'string?' }, refused: [], required: ['address'] },
  itemBody: {
    writable: { content: 'string', contentType: 'string' },
    refused: [],
    required: ['content', 'contentType'],
  },
  fileAttachment: {
    writable: {
      name: 'string',
      contentType: 'string?',
      isInline: 'boolean',
      contentId: 'string?',
      contentBytes: 'string',
    },
    refused: ['id', 'size', 'lastModifiedDateTime', 'contentLocation'],
    required: ['@odata.type', 'name', 'contentBytes'],
  },
  openTypeExtension: {
    writable: { extensionName: 'string' },
    refused: ['id'],
    required: ['@odata.type', 'extensionName'],
    open: true,
  },
  singleValueLegacyExtendedProperty: {
    writable: { id: 'string', value: 'string' },
    refused: [],
    required: ['id', 'value'],
  },
  multiValueLegacyExtendedProperty: {
    writable: { id: 'string', value: 'strings' },
    refused: [],
    required: ['id', 'value'],
  },
};
