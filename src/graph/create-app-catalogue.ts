import type { AppCatalogue } from '../conversations/ports/app-catalogue.ts';
import { findCatalogueApp } from './find-catalogue-app.ts';
import type { GraphConnection } from './graph-connection.ts';
import { installAppForPerson } from './install-app-for-person.ts';

/** @param options.manifestId the id that the app has in its manifest */
export function createAppCatalogue(options: GraphConnection & { manifestId: string }): AppCatalogue {
  return {
    findApp: (token) => findCatalogueApp(options, token, options.manifestId),
    install: (person, appId, token) => installAppForPerson(options, { person, appId, token }),
  };
}
