import type { components } from './types';

/** What the API says and takes, by the names of its contract. */
export type Schemas = components['schemas'];

export type ArchiveSummary = Schemas['ArchiveSummary'];
export type Import = Schemas['Import'];
export type Me = Schemas['Me'];
export type Preferences = Schemas['Preferences'];
export type Role = Schemas['Role'];
export type Status = Schemas['Status'];
export type Admin = Schemas['Admin'];
export type Session = Schemas['Session'];
export type SignInStep = Schemas['SignInStep'];
