import { useMemo } from 'react';
import { matchPath, Navigate, Route, Routes, useLocation } from 'react-router';
import { CrashBody } from '@web/pages/CrashPage';
import { NoPlacePage } from '@web/pages/NoPlacePage';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { may } from '@web/providers/ability';
import { MeProvider, useMeQuery } from '@web/providers/me';
import type { Me } from '@web/providers/types';
import { Curtain } from './Curtain';
import type { FeatureRoute } from './feature-route';
import { IdleWarning } from './IdleWarning';
import { PageBoundary } from './PageBoundary';
import { navFor, type PlaceKey } from './places';
import { Shell } from './Shell';

const allowed = (me: Me) => (route: FeatureRoute) =>
  (!route.demoOnly || me.settings.demo) &&
  (!route.needs || may(me.abilities, route.needs[0], route.needs[1]));

const addressesOf = (features: readonly FeatureRoute[]): Partial<Record<PlaceKey, string>> =>
  Object.fromEntries(features.flatMap(({ nav, path }) => (nav ? [[nav, path.replace(/\/\*$/, '')]] : [])));

function Pages({ me, features }: { me: Me; features: readonly FeatureRoute[] }) {
  const { pathname } = useLocation();
  const open = useMemo(() => features.filter(allowed(me)), [features, me]);
  const addresses = useMemo(() => addressesOf(open), [open]);
  const here = open.find(({ path }) => matchPath(path, pathname));
  const home = navFor(me, addresses)[0]?.to;
  return (
    <Shell addresses={addresses} current={here?.nav ?? here?.under} bare={here?.bare ?? false}>
      <PageBoundary address={pathname}>
        <Routes>
          <Route path="/" element={home ? <Navigate to={home} replace /> : <NoPlacePage />} />
          {open.map(({ path, element: Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </PageBoundary>
    </Shell>
  );
}

/** Everything behind the sign-in: learns who it is, else sends to the sign-in page and remembers the place. */
export function SignedIn({ features }: { features: readonly FeatureRoute[] }) {
  const { data: me, error } = useMeQuery();
  const { pathname, search } = useLocation();
  if (me) {
    return (
      <MeProvider value={me}>
        <Pages me={me} features={features} />
        <IdleWarning minutes={me.settings.idleMinutes} />
        <Curtain me={me} />
      </MeProvider>
    );
  }
  if (error?.status === 401)
    return <Navigate to="/sign-in" replace state={{ from: `${pathname}${search}` }} />;
  return (
    <main style={{ padding: 32 }} aria-busy={!error}>
      {error && <CrashBody error={error} />}
    </main>
  );
}
