import type { Server } from 'restify';
import { localOnly } from './local-only.ts';
import type { PageOptions } from './page-options.ts';

const signatures: readonly [type: string, start: string][] = [
  ['image/png', '89504e47'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
];

/** `GET /page/pictures/{id}`: a picture that somebody put into a message. Its id is not to be guessed. */
export function servePictures(server: Server, { pictureOf }: Pick<PageOptions, 'pictureOf'>): void {
  server.get('/page/pictures/:id', localOnly, async (request, response) => {
    const picture = pictureOf(String(request.params['id']));
    const start = Buffer.from(picture?.bytes.subarray(0, 4) ?? []).toString('hex');
    const type = signatures.find(([, signature]) => start.startsWith(signature))?.[0];
    if (picture === undefined || type === undefined)
      return void response.send(404, { message: 'Not found.' });
    response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
    response.end(Buffer.from(picture.bytes));
  });
}
