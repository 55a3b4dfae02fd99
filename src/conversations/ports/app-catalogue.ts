import type { Person } from '../person.ts';

/** The tenant's catalogue of Teams apps, and who has them. Each throws CodedError, as reads of Graph do. */
export interface AppCatalogue {
  /** The catalogue's own id of Kickoff; undefined when it was not uploaded there. */
  findApp(token: string): Promise<string | undefined>;
  /**
   * Installs it in somebody's personal scope; done as well when it is there already. Whether it happened may stay unknown
   * (GRAPH_UNREACHABLE); to ask again is safe, because a second time finds it there and changes nothing.
   */
  install(person: Person, appId: string, token: string): Promise<void>;
}
