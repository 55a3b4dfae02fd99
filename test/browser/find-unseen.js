/* Runs in the page; its last value is the answer: what cannot be seen as a field, as a button or as having the focus. */
(() => {
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const ground = getComputedStyle(document.body).backgroundColor;
  const nameOf = (element) =>
    `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim()}`.slice(0, 60);
  const hasEdge = (element) => {
    const { borderTopWidth, borderTopStyle, backgroundColor, outlineStyle, appearance } =
      getComputedStyle(element);
    /* The browser draws its own boxes to be ticked, with an edge. */
    if (element.matches('[type=checkbox], [type=radio]') && appearance !== 'none') return true;
    const isEdged = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle !== 'none';
    const isFilled = backgroundColor !== ground && !backgroundColor.endsWith(', 0)');
    return isEdged || isFilled || outlineStyle !== 'none';
  };
  const edged =
    '.messages .card, .modal, .bubble, .card button, .card input, .card textarea, .card select, .box, [aria-current]';
  const withoutEdge = [...scope.querySelectorAll(edged)].filter(
    (each) => each.checkVisibility({ visibilityProperty: true }) && !hasEdge(each),
  );

  /* What scrolls or ends at its own edge may cut the ring of its first and last thing; a row of buttons may not. */
  const isCut = (element, reach) => {
    const ring = element.getBoundingClientRect();
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (around.matches('.modal, .messages, body')) return false;
      if (getComputedStyle(around).overflowX !== 'hidden') continue;
      const { left, top } = around.getBoundingClientRect();
      if (ring.left - reach < left - 1 || ring.top - reach < top - 1) return true;
    }
    return false;
  };
  const ringProblem = (focused) => {
    const ringed = (focused.matches('.box textarea') && focused.closest('.box')) || focused;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(ringed);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
      return [`no ring: ${nameOf(focused)}`];
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    return isCut(ringed, reach) ? [`cut ring: ${nameOf(focused)}`] : [];
  };
  const focused = document.querySelector(':focus-visible');
  return [
    ...withoutEdge.map((each) => `no edge: ${nameOf(each)}`),
    ...(focused === null ? [] : ringProblem(focused)),
  ];
})();
