/** The key under which a card of one person carries what the others read: JSON has no symbols, so it is never sent along. */
export const forOthers: unique symbol = Symbol('for others');
