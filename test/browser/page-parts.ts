import type { Locator, Page } from 'playwright-core';

/** Types into the message box and sends. */
export async function write(page: Page, text: string): Promise<void> {
  const box = page.locator('#composer-text');
  await box.fill(text);
  await box.press('Enter');
}

/** Opens a chat of the list. */
export async function openChat(page: Page, name: string): Promise<void> {
  await page.locator('#chats').getByRole('button', { name }).click();
  await page.locator('#chat').getByRole('heading', { name, exact: true }).waitFor();
}

/** A message by words that stand in it; the last one of them. */
export function message(page: Page, words: string | RegExp): Locator {
  return page.locator('.message').filter({ hasText: words }).last();
}

/** Chooses an entry of a menu. */
export async function choose(button: Locator, entry: string): Promise<void> {
  await button.click();
  await button.page().getByRole('menuitem', { name: entry }).click();
}

/** Picks from a choice with typeahead. */
export async function pick(form: Locator, label: string, typed: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.pressSequentially(typed);
  await form
    .locator('li[role=option]', { hasText: new RegExp(typed, 'i') })
    .first()
    .click();
}

export const outlook = (page: Page): Locator => page.locator('.conversations');
