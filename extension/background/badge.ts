import { browser } from 'wxt/browser';
import { hasEnded } from '../database/imports.ts';
import type { StoredImport } from '../database/schema.ts';

export interface Badge {
  text: string;
  colour: string;
}

/** Dark enough for white digits (contrast above 4.5) on every toolbar. */
const COLOURS = { success: '#1a7f37', partial: '#b35900', failed: '#c62828' } as const;

/**
 * What the toolbar icon says: how many imports have ended and were not looked at, in the colour of
 * the worst of them; null when there is none.
 */
export function badgeOf(imports: readonly StoredImport[]): Badge | null {
  const unseen = imports.filter((stored) => hasEnded(stored) && !stored.seen);
  if (unseen.length === 0) return null;
  const outcomes = new Set(unseen.map((stored) => stored.import?.outcome ?? 'failed'));
  const worst = (['failed', 'partial', 'success'] as const).find((one) => outcomes.has(one));
  return {
    text: unseen.length > 999 ? '999+' : String(unseen.length),
    colour: COLOURS[worst ?? 'success'],
  };
}

export async function showBadge(badge: Badge | null): Promise<void> {
  await browser.action.setBadgeText({ text: badge?.text ?? '' });
  if (!badge) return;
  await browser.action.setBadgeBackgroundColor({ color: badge.colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
