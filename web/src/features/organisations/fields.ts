import type { NewOrganisation, Organisation, OrganisationChange } from './organisations';

/** What both forms ask for, as it is typed. */
export interface TermFields {
  name: string;
  seats: string;
  service_ends: string;
  retention_years: string;
  reason: string;
}

/** What the form of a new organisation asks for besides. */
export interface NewFields extends TermFields {
  domains: string;
  address: string;
  password: string;
}

/** The field at which the form of a new organisation shows a fault: the postmaster's stand beside the others. */
export function placeOf(pointer: string): string | undefined {
  return pointer.replace(/^\/postmaster(?=\/)/, '').split('/')[1];
}

function number(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function day(text: string): string | null {
  return text === '' ? null : text;
}

export function wantedOf(fields: NewFields): NewOrganisation {
  return {
    name: fields.name.trim(),
    domains: fields.domains.split(/[\s,;，；、]+/).filter((domain) => domain !== ''),
    seats: number(fields.seats),
    service_ends: day(fields.service_ends),
    retention_years: number(fields.retention_years),
    postmaster: { address: fields.address.trim(), password: fields.password },
    reason: fields.reason.trim(),
  };
}

/** What is there, as the form shows it. */
export function fieldsOf(organisation: Organisation): TermFields {
  return {
    name: organisation.name,
    seats: organisation.seats === null ? '' : String(organisation.seats),
    service_ends: organisation.service_ends ?? '',
    retention_years: String(organisation.retention_years),
    reason: '',
  };
}

/** Only what is different, so that nobody else's change is undone. */
export function changeOf(before: Organisation, fields: TermFields): OrganisationChange {
  const was = fieldsOf(before);
  return {
    ...(fields.name.trim() === was.name ? {} : { name: fields.name.trim() }),
    ...(fields.seats === was.seats ? {} : { seats: number(fields.seats) }),
    ...(fields.service_ends === was.service_ends ? {} : { service_ends: day(fields.service_ends) }),
    ...(fields.retention_years === was.retention_years ? {} : { retention_years: Number(fields.retention_years) }),
    reason: fields.reason.trim(),
  };
}
