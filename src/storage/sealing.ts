import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { EncryptionKey } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';

/** Encrypts text, or bytes, at rest so that it opens only for the same person and purpose. */
export interface Sealing {
  /** @returns `v1:{key id}:{iv}:{ciphertext and tag}`, both parts base64url. */
  seal(contents: string | Uint8Array, person: Person, purpose: string): string;
  /** @throws CodedError STORAGE_UNREADABLE: unknown key, other person or purpose, or changed since it was sealed. */
  unseal(sealed: string, person: Person, purpose: string): string;
  /** The same for bytes. @throws CodedError STORAGE_UNREADABLE */
  unsealBytes(sealed: string, person: Person, purpose: string): Buffer;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under several keys: the first one writes, all read. The IV is random and 96 bits long, for which NIST
 * SP 800-38D (§8.3) allows 2^32 texts per key.
 */
export function createSealing(keys: readonly EncryptionKey[]): Sealing {
  // A key that is bytes is made ready anew for every text, which takes longer than the text itself.
  const ready = keys.map(({ id, key }) => ({ id, key: createSecretKey(key) }));
  const [writing] = ready;
  if (writing === undefined) throw new RangeError('Sealing needs at least one encryption key.');
  const byId = new Map(ready.map(({ id, key }) => [id, key]));

  function open(sealed: string, person: Person, purpose: string): Buffer {
    const [format, keyId, iv, contents] = sealed.split(':');
    if (format !== 'v1' || keyId === undefined || iv === undefined || contents === undefined) {
      throw unreadable(`The sealed text of ${kindOf(purpose)} is not in the form v1.`);
    }
    const key = byId.get(keyId);
    if (key === undefined) {
      throw unreadable(`${kindOf(purpose)} was sealed with key "${keyId}", which ENCRYPTION_KEYS lacks.`);
    }
    try {
      const bytes = Buffer.from(contents, 'base64url');
      const decrypt = createDecipheriv(cipher, key, Buffer.from(iv, 'base64url'), {
        authTagLength: tagBytes,
      });
      decrypt.setAAD(additionalData(person, purpose));
      decrypt.setAuthTag(bytes.subarray(-tagBytes));
      return Buffer.concat([decrypt.update(bytes.subarray(0, -tagBytes)), decrypt.final()]);
    } catch (error) {
      throw unreadable(
        `${kindOf(purpose)} does not open with key "${keyId}": it belongs to another row or was changed.`,
        error,
      );
    }
  }

  return {
    unseal: (sealed, person, purpose) => open(sealed, person, purpose).toString('utf8'),
    unsealBytes: open,
    seal(contents, person, purpose) {
      const iv = randomBytes(ivBytes);
      const encrypt = createCipheriv(cipher, writing.key, iv, { authTagLength: tagBytes });
      encrypt.setAAD(additionalData(person, purpose));
      const sealed = Buffer.concat([
        encrypt.update(Buffer.from(contents)),
        encrypt.final(),
        encrypt.getAuthTag(),
      ]);
      return `v1:${writing.id}:${iv.toString('base64url')}:${sealed.toString('base64url')}`;
    },
  };
}

/** JSON, so that no two different triples have the same bytes. */
function additionalData(person: Person, purpose: string): Buffer {
  return Buffer.from(JSON.stringify([person.tenantId, person.objectId, purpose]));
}

/** Purposes go on with ids, some of which are one-time codes: only the kind may be logged. */
function kindOf(purpose: string): string {
  return purpose.split(':', 1)[0] ?? '';
}

function unreadable(log: string, cause?: unknown): CodedError {
  return new CodedError('STORAGE_UNREADABLE', {}, { log, cause });
}
