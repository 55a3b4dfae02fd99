import type { Request, Response, Server } from 'restify';
import type { SharedFile } from './shared-files.ts';

/** A file that a bot may put into somebody's OneDrive, as its upload session is described to the bot. */
export interface UploadInfo {
  name: string;
  contentUrl: string;
  uploadUrl: string;
  uniqueId: string;
  fileType: string;
}

/** Where bots put files that people have allowed. */
export interface Uploads {
  /** Begins an upload session for a file of that name. */
  open(name: string): UploadInfo;
  /** What was put there; undefined before. */
  file(uniqueId: string): SharedFile | undefined;
  /** How often bytes arrived for it. */
  puts(uniqueId: string): number;
  mount(server: Server): void;
}

/** How long an upload address is good for, in milliseconds. */
const lifetime = 60 * 60_000;
/** What a session takes in one piece (Graph, `driveItem: createUploadSession`). */
const largest = 60 * 1024 * 1024;

/**
 * Upload sessions as OneDrive has them: the address alone is the permission, and a token that is sent along is refused
 * (Graph, `driveItem: createUploadSession`). A file comes in one piece.
 */
export function createUploads(options: {
  now: () => Date;
  /** Fresh unique ids (UUIDs). */
  ids: () => string;
  cloudOrigin: () => string;
}): Uploads {
  const { now, ids, cloudOrigin } = options;
  const sessions = new Map<string, { uniqueId: string; name: string; until: number }>();
  const files = new Map<string, SharedFile>();
  const puts = new Map<string, number>();

  return {
    open(name) {
      const uniqueId = ids();
      const key = ids();
      sessions.set(key, { uniqueId, name, until: now().getTime() + lifetime });
      return {
        name,
        contentUrl: `${cloudOrigin()}/personal/documents/${uniqueId}/${encodeURIComponent(name)}`,
        uploadUrl: `${cloudOrigin()}/upload/${key}`,
        uniqueId,
        fileType: /\.([^.]+)$/.exec(name)?.[1] ?? '',
      };
    },
    file: (uniqueId) => files.get(uniqueId),
    puts: (uniqueId) => puts.get(uniqueId) ?? 0,
    mount(server) {
      server.put('/upload/:key', async (request: Request, response: Response) => {
        const session = sessions.get(String(request.params['key']));
        if (request.headers.authorization !== undefined) return void response.send(401);
        if (session === undefined || session.until < now().getTime()) return void response.send(404);
        const bytes = await readBytes(request);
        if (bytes === undefined) return void response.send(413);
        const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
        if (request.headers['content-range'] !== range) return void response.send(416);
        const { uniqueId, name } = session;
        files.set(uniqueId, { name, bytes });
        puts.set(uniqueId, (puts.get(uniqueId) ?? 0) + 1);
        response.send(201, { id: uniqueId, name, size: bytes.length });
      });
    },
  };
}

async function readBytes(request: Request): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
