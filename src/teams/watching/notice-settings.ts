import type { NoticeSettings } from '../../watches/notice-settings.ts';
import { noticeSettingsCard, type NoticeSettingsInputs } from '../cards/notice-settings-card.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { readTimeOfDay } from './read-time-of-day.ts';

/** The card with which a person says when they want to be told. */
export async function showNoticeSettings(turn: Turn, parts: TeamsParts): Promise<ActionAnswer> {
  const { quiet, digestAt, watchStarted } = await parts.watches.settings(turn.author);
  const inputs = { quietFrom: quiet?.from ?? '', quietTo: quiet?.to ?? '', digestAt: digestAt ?? '' };
  const card = noticeSettingsCard({ inputs: { ...inputs, watchStarted }, texts: parts.texts });
  return { kind: 'card', card, apart: turn.place.chatType !== 'personal' };
}

/** Keeps what was filled in, in the zone that the person's client is set to; or the card again with what is wrong. */
export async function readNoticeSettings(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { watches, texts } = parts;
  const typed = (name: string): string => {
    const value = data[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const inputs: NoticeSettingsInputs = {
    quietFrom: typed('quietFrom'),
    quietTo: typed('quietTo'),
    digestAt: typed('digestAt'),
    watchStarted: typed('watchStarted') !== 'no',
  };
  const again = (problem: string): ActionAnswer => ({
    kind: 'card',
    card: noticeSettingsCard({ inputs, texts, problem }),
  });
  const [from, to, digestAt] = [inputs.quietFrom, inputs.quietTo, inputs.digestAt].map(readTimeOfDay);
  if (from === null || to === null || digestAt === null) return again(texts.noticeSettings.badTime);
  if ((from === undefined) !== (to === undefined)) return again(texts.noticeSettings.bothTimes);
  const before = await watches.settings(turn.author);
  const settings: NoticeSettings = {
    timeZone: turn.place.timeZone ?? before.timeZone,
    watchStarted: inputs.watchStarted,
    ...(from !== undefined && to !== undefined && { quiet: { from, to } }),
    ...(digestAt !== undefined && { digestAt }),
  };
  await watches.saveSettings(turn.author, settings);
  return { kind: 'message', text: texts.noticeSettings.saved };
}
