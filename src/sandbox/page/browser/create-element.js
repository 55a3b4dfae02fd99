/**
 * Makes an element. Properties are set as properties, names with a dash or `role` as attributes, functions named
 * `on…` as listeners; `undefined` and `false` children are left out.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | undefined | false)} children
 * @returns {any}
 */
export function createElement(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name.includes('-') || name === 'role') element.setAttribute(name, /** @type {string} */ (value));
    else Reflect.set(element, name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}
