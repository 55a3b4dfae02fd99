import type { ProactiveMessages } from './create-proactive-messages.ts';
import type { Delivery } from './delivery.ts';

/** The same messages, of each of which `count` is told what became of it. */
export function countDeliveries(
  messages: ProactiveMessages,
  count: (outcome: Delivery['kind']) => void,
): ProactiveMessages {
  const counted = async (sending: Promise<Delivery>): Promise<Delivery> => {
    const delivery = await sending;
    count(delivery.kind);
    return delivery;
  };
  return {
    toPerson: (...message) => counted(messages.toPerson(...message)),
    toChat: (...message) => counted(messages.toChat(...message)),
  };
}
