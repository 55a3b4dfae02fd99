/**
 * A time as people read it in the language of the page: today's without the date.
 *
 * @param {string} iso
 */
export function formatTime(iso) {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const style = isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(document.documentElement.lang, /** @type {any} */ (style)).format(at);
}
