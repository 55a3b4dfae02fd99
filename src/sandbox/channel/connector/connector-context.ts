import type { SandboxTenant } from '../../tenant/tenant.ts';
import type { ChatStore } from '../chat-store.ts';
import type { Chat } from '../chats.ts';
import type { Installations } from '../installations.ts';

/** What the operations of the connector work on. */
export interface ConnectorContext {
  tenant: SandboxTenant;
  botId: string;
  chats: readonly Chat[];
  messages: ChatStore;
  installations: Installations;
}
