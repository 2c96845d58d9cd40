import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

type Enrolled = Schemas['Enrolled'];

const PATH = '/me/second-factor';

/** POST /me/second-factor/totp: a secret, shown this once. */
export const beginTotp = () => request<Schemas['TotpSecret']>(`${PATH}/totp`, { method: 'POST' });

/** POST /me/second-factor/totp:confirm */
export const confirmTotp = (code: string) => request<Enrolled>(`${PATH}/totp:confirm`, { method: 'POST', body: { code } });

/** DELETE /me/second-factor/totp */
export const removeTotp = () => request(`${PATH}/totp`, { method: 'DELETE' });

/** DELETE /me/second-factor/passkeys/{id} */
export const removePasskey = (id: string) => request(`${PATH}/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** POST /me/second-factor/recovery-codes */
export const newRecoveryCodes = async () => (await request<Schemas['RecoveryCodes']>(`${PATH}/recovery-codes`, { method: 'POST' })).recovery_codes;
