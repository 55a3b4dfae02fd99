import type { Where } from './create-activities.ts';
import type { KindOfActivity } from './kind-of-activity.ts';
import type { Bot } from './start-bot.ts';

type Activity = Record<string, unknown>;

export const groupChat: Where = 'groupChat';
export const card = '1763640000101';
export const quiet = { answer: 'nothing' };
export const unknown = { answer: '400: not known' };
export const ada = (bot: Bot) => bot.person('Ada');

/** Activities whose shape says nothing of who made them. */
export const bare = (type: string, more: Activity = {}): KindOfActivity => ({
  ...quiet,
  make: (bot, activities) => activities.of(type, ada(bot), more),
});

export const invoke = (
  name: string,
  value: unknown,
  answer: string,
  where: Where = 'personal',
): KindOfActivity => ({
  answer,
  make: (bot, activities) => activities.invoke(ada(bot), name, value, where),
});

export const execute = (
  verb: unknown,
  data: unknown,
  answer: string,
  more: Activity = {},
): KindOfActivity => ({
  answer,
  make(bot, activities) {
    const activity = activities.execute(ada(bot), card, verb, data);
    return { ...activity, value: { ...(activity['value'] as object), ...more } };
  },
});

/** The same invoke from another of Microsoft 365's clients. */
export const on = (channelId: string, kind: KindOfActivity, answer = kind.answer): KindOfActivity => ({
  ...kind,
  answer,
  make: async (...world) => ({ ...(await kind.make(...world)), channelId }),
});

/** From somebody who is not signed in. */
export const signedOut = (
  name: string,
  value: unknown,
  answer: string,
  where: Where = groupChat,
): KindOfActivity => ({
  answer,
  make: (world, activities) => activities.invoke(world.person('Chika'), name, value, where),
});
