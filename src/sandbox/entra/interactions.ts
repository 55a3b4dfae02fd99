import { randomBytes } from 'node:crypto';
import type { AuthorizeDemand } from './read-authorize-demand.ts';
import type { AuthorizeRequest } from './read-authorize-request.ts';
import { EntraError } from './entra-error.ts';

const lifetimeMs = 600_000;

/** A browser in the middle of signing in. */
export interface Interaction {
  readonly request: AuthorizeRequest;
  readonly demand: AuthorizeDemand;
  /** Who was picked; consent applies to nobody else. */
  personId?: string;
}

export interface Interactions {
  /** Opens one; the id goes into the page's form, so that no other site can post a decision. */
  open(interaction: Interaction): string;
  /** @throws EntraError `interactionExpired`. */
  find(id: string | undefined): Interaction;
  close(id: string): void;
}

/** Open sign-in pages, in memory. */
export function createInteractions(options: { now: () => Date }): Interactions {
  const open = new Map<string, { interaction: Interaction; expiresAt: number }>();
  return {
    open(interaction) {
      const id = randomBytes(24).toString('base64url');
      open.set(id, { interaction, expiresAt: options.now().getTime() + lifetimeMs });
      return id;
    },
    find(id) {
      const found = open.get(id ?? '');
      if (!found || found.expiresAt <= options.now().getTime()) throw new EntraError('interactionExpired');
      return found.interaction;
    },
    close: (id) => void open.delete(id),
  };
}
