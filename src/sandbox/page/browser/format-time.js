const today = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const earlier = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/**
 * A time as people read it: today's without the date.
 *
 * @param {string} iso
 */
export function formatTime(iso) {
  const at = new Date(iso);
  return (at.toDateString() === new Date().toDateString() ? today : earlier).format(at);
}
