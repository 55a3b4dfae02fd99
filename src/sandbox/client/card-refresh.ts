import { chatMembers } from '../channel/chats.ts';
import type { ChatMessage } from '../channel/chat-message.ts';
import type { AdaptiveCard, CardAction } from './card-element.ts';
import type { ClientContext } from './client-context.ts';
import { invokeActivity } from './invoke-activity.ts';
import { readCardAnswer } from './read-card-answer.ts';

/** Teams asks by itself for so many people at most. */
const mostPeople = 60;

/** What of a person's client asks for that person's own view of cards that others see, too. */
export interface CardRefresh {
  /** Asks for the cards of a message whose `refresh` names the person, once for each change of the message. */
  automatically(message: ChatMessage): Promise<void>;
  /** *Refresh card* in the message's menu: for whoever asks. */
  onDemand(message: ChatMessage): Promise<void>;
}

/**
 * Sources: Teams platform, "User Specific Views", "Up to date cards" (an update of the message asks anew) and "Work with
 * Universal Actions": without `userIds` everybody's client asks in chats of up to 60 people, with an empty list nobody's.
 */
export function createCardRefresh(context: ClientContext): CardRefresh {
  /** Revisions that were asked about, by message. */
  const asked = new Map<string, number>();

  async function ask(
    message: ChatMessage,
    trigger: 'automatic' | 'manual',
    mine: (card: AdaptiveCard) => boolean,
  ): Promise<void> {
    const { views } = context;
    const cards = cardsOf(message);
    if (!cards.some((card) => actionOf(card) !== undefined && mine(card))) return;
    const before = views.get(message)?.cards;
    const shown = await Promise.all(
      cards.map(async (card) => {
        const action = actionOf(card);
        return action !== undefined && mine(card) ? answerOf(message, action, trigger) : card;
      }),
    );
    // What the person has pressed meanwhile was answered later than this.
    if (views.get(message)?.cards !== before) return;
    const problem = shown.find((each) => typeof each === 'string');
    const isNew = shown.every((each) => typeof each !== 'string');
    views.change(message, isNew ? { cards: shown } : { footer: { kind: 'error', text: String(problem) } });
  }

  async function answerOf(
    message: ChatMessage,
    { type, title, id, verb, data }: CardAction,
    trigger: 'automatic' | 'manual',
  ): Promise<AdaptiveCard | string> {
    const activity = invokeActivity(context.speaker(), {
      ...{ id: context.nextId(), chat: context.chatOf(message), rootId: message.rootId, at: context.now() },
      ...{ name: 'adaptiveCard/action', replyToId: message.id },
      value: { action: { type, title, id, verb, data }, trigger },
    });
    const answer = readCardAnswer(await context.channel.deliver(activity));
    if (answer.kind === 'card') return answer.card;
    return 'text' in answer ? answer.text : answer.request.text;
  }

  const isNamed = (message: ChatMessage, card: AdaptiveCard): boolean => {
    const { tenant, person } = context.speaker();
    const { userIds } = card['refresh'] as { userIds?: readonly string[] };
    return userIds === undefined
      ? chatMembers(context.chatOf(message), tenant).length <= mostPeople
      : userIds.slice(0, mostPeople).includes(person.teamsId);
  };

  return {
    async automatically(message) {
      if (asked.get(message.id) === message.revision) return;
      asked.set(message.id, message.revision);
      await ask(message, 'automatic', (card) => isNamed(message, card));
    },
    onDemand: (message) => ask(message, 'manual', () => true),
  };
}

function cardsOf({ attachments, deleted }: ChatMessage): AdaptiveCard[] {
  if (deleted) return [];
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => content as AdaptiveCard);
}

function actionOf(card: AdaptiveCard): CardAction | undefined {
  return (card['refresh'] as { action?: CardAction } | undefined)?.action;
}
