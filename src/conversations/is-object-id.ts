const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text is an id of the directory (of a person or group), as pickers and choices send them; nobody types one. */
export function isObjectId(text: string): boolean {
  return guid.test(text);
}
