import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import { findBrowserAsset, findVendorAsset, indexPage } from './assets.ts';
import type { Asset } from './assets.ts';
import { localOnly } from './local-only.ts';

/**
 * Everything from this server, no inline script or style, no pictures but the page's own.
 * No Cross-Origin-Opener-Policy: the sign-in pop-up keeps its opener.
 */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page at `/`, its own files under `/page/assets/`, libraries under `/page/vendor/`. */
export function serveAssets(server: Server): void {
  const serve =
    (find: (name: string) => Asset | undefined) =>
    async (request: Request, response: Response): Promise<void> => {
      const asset = find(String(request.params?.['name'] ?? ''));
      const content = asset === undefined ? undefined : await readFile(asset.file).catch(() => undefined);
      if (asset === undefined || content === undefined)
        return void response.send(404, { message: 'Not found.' });
      response.setHeader('Content-Type', asset.type);
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader('Cache-Control', 'no-cache');
      response.sendRaw(200, content);
    };
  server.get(
    '/',
    localOnly,
    serve(() => indexPage),
  );
  server.get('/page/assets/:name', localOnly, serve(findBrowserAsset));
  server.get('/page/vendor/:name', localOnly, serve(findVendorAsset));
}
