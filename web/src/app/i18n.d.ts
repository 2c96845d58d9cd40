import 'i18next';
import type adminsWords from '@/features/admins/en.json';
import type directoryWords from '@/features/directory/en.json';
import type exportsWords from '@/features/exports/en.json';
import type importsWords from '@/features/imports/en.json';
import type meWords from '@/features/me/en.json';
import type manageWords from '@/features/manage/en.json';
import type logWords from '@/features/log/en.json';
import type messageWords from '@/features/message/en.json';
import type organisationsWords from '@/features/organisations/en.json';
import type overviewWords from '@/features/overview/en.json';
import type rulesWords from '@/features/rules/en.json';
import type searchWords from '@/features/search/en.json';
import type setupWords from '@/features/setup/en.json';
import type signinWords from '@/features/signin/en.json';
import type sharedWords from '@/shared/en.json';
import type appWords from './en.json';

// A key that is not in the English catalogue does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof appWords;
      admins: typeof adminsWords;
      directory: typeof directoryWords;
      exports: typeof exportsWords;
      imports: typeof importsWords;
      me: typeof meWords;
      manage: typeof manageWords;
      log: typeof logWords;
      message: typeof messageWords;
      organisations: typeof organisationsWords;
      overview: typeof overviewWords;
      rules: typeof rulesWords;
      search: typeof searchWords;
      setup: typeof setupWords;
      shared: typeof sharedWords;
      signin: typeof signinWords;
    };
  }
}
