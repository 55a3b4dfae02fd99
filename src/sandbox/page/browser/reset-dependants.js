/**
 * Does what an input's `valueChangedAction` says (Adaptive Cards 1.6, `Action.ResetInputs`), which the renderer does not
 * know: what depends on the input is taken back. Nothing happens while the person types in the dependent input itself.
 *
 * @param {any} json the card
 * @param {any} card as it is rendered
 * @param {any} input that has changed
 */
export function resetDependants(json, card, input) {
  const action = findInput(json, input.id)?.valueChangedAction;
  if (action?.type !== 'Action.ResetInputs') return;
  for (const target of card.getAllInputs()) {
    if (target === input || !action.targetInputIds?.includes(target.id)) continue;
    if (typeof target.clear === 'function') target.clear();
    else clearField(target);
  }
}

/** @param {any} target */
function clearField({ renderedInputControlElement: field }) {
  const text = field?.matches?.('input, textarea') ? field : field?.querySelector?.('input, textarea');
  if (text) text.value = '';
}

/**
 * @param {any} part
 * @param {string} id
 * @returns {any}
 */
function findInput(part, id) {
  if (typeof part !== 'object' || part === null) return undefined;
  if (part.id === id && String(part.type).startsWith('Input.')) return part;
  for (const each of Object.values(part)) {
    const found = findInput(each, id);
    if (found) return found;
  }
  return undefined;
}
