import { createRequire } from 'node:module';
import type { Server } from 'restify';
import { loadAsset } from '../pages/load-asset.ts';
import { answer } from '../server/answer.ts';

/** Microsoft's library that talks to the Teams client, its UMD build: sets `microsoftTeams`. */
const teamsLibrary = createRequire(import.meta.url).resolve('@microsoft/teams-js');

/** `GET /auth/…` for what the sign-in's pages load: from this server, because pop-ups must work without any other. */
export function mountAuthAssets(server: Server): void {
  const script = 'text/javascript; charset=utf-8';
  const assets = {
    '/auth/teams.js': loadAsset(teamsLibrary, script),
    '/auth/close.js': loadAsset(new URL('../pages/close.js', import.meta.url), script),
    '/auth/page.css': loadAsset(new URL('../pages/page.css', import.meta.url), 'text/css; charset=utf-8'),
  };
  for (const [path, asset] of Object.entries(assets)) {
    server.get(path, async (request, response) => {
      const caching = { 'Cache-Control': 'public, max-age=3600', ETag: asset.etag, Vary: 'Accept-Encoding' };
      if (request.headers['if-none-match'] === asset.etag) {
        return answer(response, { status: 304, headers: caching });
      }
      const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
      return answer(response, {
        status: 200,
        headers: {
          ...caching,
          'Content-Type': asset.type,
          ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
        },
        body: zipped ? asset.gzipped : asset.plain,
      });
    });
  }
}
