/* Runs in the page; its last value is the answer: what is wider than the room it has. */
(() => {
  const wide = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > window.innerWidth) wide.push(`the page: ${page.scrollWidth} px`);
  for (const each of document.querySelectorAll(
    '.card, .card *, .bubble, #top, #chat, #mail, dialog[open], .title',
  )) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.matches('input, textarea, select, svg *'))
      continue;
    if (each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
      wide.push(`${each.className || each.tagName}: ${(each.textContent ?? '').trim().slice(0, 40)}`);
    const { right } = each.getBoundingClientRect();
    if (right > window.innerWidth + 1) wide.push(`beyond the edge: ${each.className || each.tagName}`);
  }
  return wide;
})();
