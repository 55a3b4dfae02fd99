/**
 * Lets screen readers say something without moving the focus.
 *
 * @param {string} text
 */
export function announce(text) {
  const news = document.getElementById('news');
  if (news) news.textContent = text;
}
