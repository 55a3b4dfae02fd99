import type { Server } from 'restify';
import { localOnly } from './local-only.ts';
import type { PageOptions } from './page-options.ts';

/**
 * `GET /page/files/{id}`: a file that the bot has put into somebody's OneDrive, shown as text so that nothing in it runs. Its id
 * is not to be guessed.
 */
export function serveUploads(server: Server, { uploadOf }: Pick<PageOptions, 'uploadOf'>): void {
  server.get('/page/files/:id', localOnly, async (request, response) => {
    const file = uploadOf(String(request.params['id']));
    if (file === undefined) return void response.send(404, { message: 'Not found.' });
    response.writeHead(200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    response.end(Buffer.from(file.bytes));
  });
}
