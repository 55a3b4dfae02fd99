import type { SandboxTenant } from '../../tenant/tenant.ts';
import type { ChatStore } from '../chat-store.ts';
import type { ChatIndex } from '../chats.ts';
import type { Installations } from '../installations.ts';

/** What the operations of the connector work on. */
export interface ConnectorContext {
  tenant: SandboxTenant;
  botId: string;
  chats: ChatIndex;
  messages: ChatStore;
  installations: Installations;
  /** Whether the tenant has the preview of messages that one person sees; tests switch it. */
  targetedMessages: { allowed: boolean };
}
