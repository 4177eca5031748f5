import { CoreAdminContext, memoryStore } from 'react-admin';
import { Outlet } from 'react-router';
import { i18nProvider } from '@web/i18n/provider';
import { authProvider } from '@web/providers/auth-provider';
import { dataProvider } from '@web/providers/data-provider';
import { queryClient } from '@web/providers/query-client';
import { ThemeRoot } from '@web/theme/ThemeRoot';

/** What a reader did in lists stays in memory only: filters hold names. */
const store = memoryStore();

/** Theme, words and providers around every page. The framework's own shell, and its telemetry, are not used. */
export function Root() {
  return (
    <ThemeRoot>
      <CoreAdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
      >
        <Outlet />
      </CoreAdminContext>
    </ThemeRoot>
  );
}
