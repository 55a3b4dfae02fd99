import type { FileStore } from '../../../src/conversations/ports/file-store.ts';

/** Bytes of files, kept in memory and never removed by themselves. */
export function memoryFiles(): FileStore & { bytes: Map<string, Buffer> } {
  const bytes = new Map<string, Buffer>();
  return {
    bytes,
    put: async (file) => void bytes.set(file.id, Buffer.from(file.bytes)),
    keep: async () => {},
    read: async (id) => bytes.get(id),
  };
}
