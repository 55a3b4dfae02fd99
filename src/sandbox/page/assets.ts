import { fileURLToPath } from 'node:url';

export interface Asset {
  file: string;
  type: string;
}

const script = 'text/javascript; charset=utf-8';
const types: Record<string, string> = { js: script, css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

/** Libraries that the page loads from this server: nothing comes from outside the machine. */
const vendor: Record<string, string> = {
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
  'adaptivecards.css': 'adaptivecards/dist/adaptivecards.css',
  'markdown-it.js': 'markdown-it/dist/browser/markdown-it.umd.min.js',
};

/** The page itself. */
export const indexPage: Asset = { file: local('./browser/index.html'), type: 'text/html; charset=utf-8' };

/** A file of the page by its name, e.g. `main.js`; undefined for what is none. */
export function findBrowserAsset(name: string): Asset | undefined {
  const ending = /^[a-z0-9-]+\.(js|css|svg)$/.exec(name)?.[1];
  const type = ending === undefined ? undefined : types[ending];
  return type === undefined ? undefined : { file: local(`./browser/${name}`), type };
}

/** A library by the name under which the page loads it. */
export function findVendorAsset(name: string): Asset | undefined {
  const path = Object.hasOwn(vendor, name) ? vendor[name] : undefined;
  const type = types[name.split('.').at(-1) ?? ''];
  if (path === undefined || type === undefined) return undefined;
  const [library = '', ...inside] = path.split('/');
  // The package's main file may be anywhere in it; its folder is where its name last stands in the path.
  const main = fileURLToPath(import.meta.resolve(library));
  const folder = main.slice(
    0,
    main.lastIndexOf(`/node_modules/${library}/`) + `/node_modules/${library}`.length,
  );
  return { file: [folder, ...inside].join('/'), type };
}

function local(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
