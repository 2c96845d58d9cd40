import { request } from '@/shared/api/request';

/** PUT /me/password */
export function changePassword(before: string, next: string): Promise<undefined> {
  return request('/me/password', { method: 'PUT', body: { old_password: before, new_password: next } });
}
