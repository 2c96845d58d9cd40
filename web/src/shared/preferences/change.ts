import type { Preferences } from '@/shared/api/schema';
import { request } from '@/shared/api/request';
import { preferences } from './store';

/** PATCH /me/preferences: at once on the screen, then on the server. */
export async function changePreferences(change: Preferences): Promise<void> {
  preferences.apply(change);
  await request<Preferences>('/me/preferences', { method: 'PATCH', body: change });
}
