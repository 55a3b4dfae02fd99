import { say } from './say.js';

/** The largest file that this page sends, in bytes: what Graph takes in one request is smaller. */
const largest = 8 * 1024 * 1024;

/**
 * A file as it goes to the server.
 *
 * @param {File} file
 * @returns {Promise<{ name: string, type: string, base64: string }>}
 * @throws {Error} with a sentence for the person
 */
export async function readFile(file) {
  if (file.size > largest) throw new Error(say('{name} is too large for this page (8 MB at most).', file));
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(/** @type {string} */ (reader.result)));
    reader.addEventListener('error', () => reject(new Error(say('{name} could not be read.', file))));
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type, base64: address.slice(address.indexOf(',') + 1) };
}
