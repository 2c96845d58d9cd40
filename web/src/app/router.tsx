import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Guard } from './Guard';
import { PageProblem } from './PageProblem';

/** Pages that show mail. */
const mail: RouteObject[] = [
  { path: 'search', lazy: async () => ({ Component: (await import('@/features/search/SearchPage')).SearchPage }) },
  { path: 'messages/:id', lazy: async () => ({ Component: (await import('@/features/message/MessagePage')).MessagePage }) },
];

/** Pages that take mail in. */
const imports: RouteObject[] = [
  { path: 'imports', lazy: async () => ({ Component: (await import('@/features/imports/ImportsPage')).ImportsPage }) },
  { path: 'imports/:id', lazy: async () => ({ Component: (await import('@/features/imports/ImportPage')).ImportPage }) },
];

/** Whose mail is archived, since when, and by whose hand. */
const manage: RouteObject[] = [
  { path: 'manage', element: <Navigate to="/manage/summary" replace /> },
  { path: 'manage/:tab', lazy: async () => ({ Component: (await import('@/features/manage/ManagePage')).ManagePage }) },
];

/** Pages for whoever operates the machine. */
const operating: RouteObject[] = [
  { path: 'organisations', lazy: async () => ({ Component: (await import('@/features/organisations/OrganisationsPage')).OrganisationsPage }) },
];

/** Pages inside the shell; each is loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/overview/OverviewPage')).OverviewPage }) },
  { element: <Guard may="search:run" role="archive_administrator" />, children: mail },
  { element: <Guard may="imports:write" role="archive_administrator" />, children: imports },
  { element: <Guard may="admins:read" role="postmaster" />, children: [{ path: 'admins/:id?', lazy: async () => ({ Component: (await import('@/features/admins/AdminsPage')).AdminsPage }) }] },
  { element: <Guard may="directory:read" role="postmaster" />, children: [{ path: 'directory', lazy: async () => ({ Component: (await import('@/features/directory/DirectoryPage')).DirectoryPage }) }] },
  { path: 'me', lazy: async () => ({ Component: (await import('@/features/me/MePage')).MePage }) },
  { element: <Guard may="accounts:read" role="archive_administrator" />, children: manage },
  { element: <Guard may="log:own" role="auditor" />, children: [{ path: 'log', lazy: async () => ({ Component: (await import('@/features/log/LogPage')).LogPage }) }] },
  { element: <Guard may="organisations:write" role="operator" />, children: operating },
  { path: '*', lazy: async () => ({ Component: (await import('./NotFoundPage')).NotFoundPage }) },
];

/** What is shown before the first page is there: nothing, it is a matter of milliseconds. */
const before = { HydrateFallback: () => null };

export const router = createBrowserRouter([
  { path: '/signin', ...before, ErrorBoundary: PageProblem, lazy: async () => ({ Component: (await import('@/features/signin/SignInPage')).SignInPage }) },
  { path: '/invitation', ...before, ErrorBoundary: PageProblem, lazy: async () => ({ Component: (await import('@/features/signin/InvitationPage')).InvitationPage }) },
  { path: '/enrol', ...before, ErrorBoundary: PageProblem, lazy: async () => ({ Component: (await import('@/features/me/EnrolPage')).EnrolPage }) },
  { path: '/setup', ...before, ErrorBoundary: PageProblem, lazy: async () => ({ Component: (await import('@/features/setup/SetUpPage')).SetUpPage }) },
  {
    path: '/',
    ...before,
    ErrorBoundary: PageProblem,
    lazy: async () => ({ Component: (await import('./SignedIn')).SignedIn }),
    children: [{ ErrorBoundary: PageProblem, children: pages }],
  },
]);
