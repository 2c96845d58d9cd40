import type { Role } from '@/shared/api/schema';
import { useMay } from '@/shared/session/me';

/** Who is an operator is no matter of this page. */
export type Grantable = Exclude<Role, 'operator'>;

const readMail: readonly Role[] = ['archive_administrator', 'auditor', 'reviewer'];

/** The roles that I may grant and take away. */
export function useGrantable(): readonly Grantable[] {
  const all = useMay('admins:write');
  const reviewers = useMay('reviewers:write');
  return all ? ['postmaster', 'archive_administrator', 'auditor', 'reviewer'] : reviewers ? ['reviewer'] : [];
}

/** Whether a role lets one see mail, or names of attachments in the archive log: whoever gives it to herself is warned. */
export function readsMail(role: Role | undefined): boolean {
  return role !== undefined && readMail.includes(role);
}
