import { german } from './german.js';

/** The page's own sentences by language; English is what stands in the code. @type {Record<string, Record<string, string>>} */
const languages = { de: german };

/** @type {Record<string, string>} */
let sentences = {};

/**
 * Sets the language of the page's own words, and of its document: that of the locale, or English where there is none.
 *
 * @param {string} locale for example `de-DE`
 */
export function setLanguage(locale) {
  const language = locale.slice(0, 2);
  sentences = languages[language] ?? {};
  document.documentElement.lang = language in languages ? language : 'en';
  for (const each of document.querySelectorAll('[data-say]')) {
    const words = say(each.getAttribute('data-say') ?? '');
    if (each.hasAttribute('aria-label')) each.setAttribute('aria-label', words);
    else each.textContent = words;
  }
}

/**
 * A sentence of the page in the person's language; one that is not in the table stays as it is.
 *
 * @param {string} english with `{name}` where a value goes
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export function say(english, values = {}) {
  const sentence = Object.hasOwn(sentences, english) ? sentences[english] : english;
  return (sentence ?? english).replaceAll(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
