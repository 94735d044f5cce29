import type { SettingsChange } from '../../data/project-settings.ts';
import { readTarget } from '../../jobs/webhooks/webhook-target.ts';
import type { AppParts } from '../app-parts.ts';

/**
 * Refuses a webhook that could never be called, when it is set and not when the first run has ended. Where its name leads is
 * looked up anew for each call. Throws SETTING_INVALID.
 */
export function refuseBadTarget({ webhook }: SettingsChange, { jobs }: Pick<AppParts, 'jobs'>): void {
  if (webhook === undefined || webhook === null) return;
  readTarget(webhook.url, { allowPrivate: jobs.privateWebhooks });
}
