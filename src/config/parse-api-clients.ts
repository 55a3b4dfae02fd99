const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Apps separated by commas or spaces, each a client id with its name after it if it is to have one:
 * `{client id} Contoso Helpdesk, {client id}`.
 *
 * @returns the names by client id in lower case, the id where there is none; undefined when an entry does not begin with an id
 */
export function parseApiClients(text: string): ReadonlyMap<string, string> | undefined {
  const clients = new Map<string, string>();
  for (const entry of text.split(',')) {
    const words = entry.split(/\s+/).filter((word) => word !== '');
    let client: string | undefined;
    for (const word of words) {
      if (guid.test(word)) {
        client = word.toLowerCase();
        clients.set(client, client);
      } else if (client === undefined) {
        return undefined;
      } else {
        const name = clients.get(client);
        clients.set(client, name === undefined || name === client ? word : `${name} ${word}`);
      }
    }
  }
  return clients.size === 0 ? undefined : clients;
}
