import type { Request, Response, Server } from 'restify';

/** A file that somebody put into a chat. */
export interface SharedFile {
  name: string;
  bytes: Uint8Array;
}

/** Where Teams keeps the files of chats: OneDrive for files, the service itself for pictures in a text. */
export interface SharedFiles {
  /** Keeps a file; answers its lasting address and the one that is good for a few minutes and asks for nothing. */
  share(file: SharedFile): { id: string; contentUrl: string; downloadUrl: string };
  /** Keeps a picture; answers its address at the service, which asks for the bot's token. */
  addPicture(picture: SharedFile): string;
  /** A picture that was added, by its id. */
  picture(id: string): SharedFile | undefined;
  mount(server: Server): void;
}

/** The id in an address that `addPicture` answered. */
export function pictureIdIn(address: string): string | undefined {
  return /\/v3\/attachments\/([^/]+)\/views\/original$/.exec(address)?.[1];
}

/** How long a download address is good for, in milliseconds. */
const lifetime = 5 * 60_000;

export function createSharedFiles(options: {
  now: () => Date;
  /** Fresh unique ids (UUIDs). */
  ids: () => string;
  cloudOrigin: () => string;
  /** Where bots call the service, with a slash at its end. */
  serviceUrl: () => string;
  /** Rejects with a refusal unless the request carries the bot's token. */
  checkToken: (request: Request) => Promise<void>;
}): SharedFiles {
  const { now, ids, cloudOrigin, serviceUrl, checkToken } = options;
  const downloads = new Map<string, { file: SharedFile; until: number }>();
  const pictures = new Map<string, SharedFile>();

  const send = (response: Response, { bytes }: SharedFile): void => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
    response.end(Buffer.from(bytes));
  };

  return {
    share(file) {
      const id = ids();
      const key = ids();
      downloads.set(key, { file, until: now().getTime() + lifetime });
      return {
        id,
        contentUrl: `${cloudOrigin()}/personal/documents/${id}/${encodeURIComponent(file.name)}`,
        downloadUrl: `${cloudOrigin()}/download/${key}`,
      };
    },
    addPicture(picture) {
      const id = ids();
      pictures.set(id, picture);
      return `${serviceUrl()}v3/attachments/${id}/views/original`;
    },
    picture: (id) => pictures.get(id),
    mount(server) {
      server.get('/download/:key', async (request: Request, response: Response) => {
        const found = downloads.get(String(request.params['key']));
        if (found === undefined || found.until < now().getTime()) response.send(404);
        else send(response, found.file);
      });
      server.get(
        '/channel/:tenant/v3/attachments/:id/views/original',
        async (request: Request, response: Response) => {
          try {
            await checkToken(request);
          } catch {
            response.send(401);
            return;
          }
          const found = pictures.get(String(request.params['id']));
          if (found === undefined) response.send(404);
          else send(response, found);
        },
      );
    },
  };
}
