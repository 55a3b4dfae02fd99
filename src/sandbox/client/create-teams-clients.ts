import { createTeamsClient } from './create-teams-client.ts';
import type { TeamsClient, TeamsClientOptions } from './create-teams-client.ts';

/** One client for each person, made when it is first asked for; a person's browser tabs share it. */
export function createTeamsClients(
  options: Omit<TeamsClientOptions, 'personId'>,
): (personId: string) => TeamsClient {
  const clients = new Map<string, TeamsClient>();
  return (personId) => {
    const client = clients.get(personId) ?? createTeamsClient({ ...options, personId });
    clients.set(personId, client);
    return client;
  };
}
