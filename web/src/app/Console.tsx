import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { ProblemError } from '@/shared/api/problem';
import { i18n } from './language';
import { Look } from './Look';
import { PurposeQuestion } from './PurposeQuestion';
import { Reauthentication } from './Reauthentication';
import { router } from './router';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only what may pass by itself is asked for again; an answer of the server is an answer.
      retry: (count, problem) => problem instanceof ProblemError && problem.code === 'offline' && count < 2,
      refetchOnWindowFocus: true,
    },
  },
});

/** The whole console. */
export function Console() {
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <Look>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
          <Reauthentication />
          <PurposeQuestion />
        </Look>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
