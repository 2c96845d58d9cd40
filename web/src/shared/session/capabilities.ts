/** What somebody may do, as /me lists it; which roles bring it is the server's to know. */
export type Capability =
  | 'archive:read' | 'archive:switch'
  | 'accounts:read' | 'accounts:write'
  | 'rules:read' | 'rules:write'
  | 'search:run' | 'messages:read' | 'messages:export' | 'imports:write'
  | 'directory:read' | 'directory:write'
  | 'admins:read' | 'admins:write' | 'reviewers:write'
  | 'log:read' | 'log:own' | 'log:content'
  | 'integrity:run' | 'index:write'
  | 'system:read' | 'system:write'
  | 'organisations:write';
