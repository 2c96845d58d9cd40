import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '@/shared/ui/Time';
import { fieldsOf, type Hop, hopsOf } from './headerFields';
import { Loaded } from './Loaded';
import { headersQuery } from './requests/headers';
import { useDuration } from './useDuration';

/** The way of the message, who vouched for it, and the header section as written. */
export function HeadersTab({ id }: { id: string }) {
  return <Loaded query={useQuery(headersQuery(id))}>{(section) => <Headers section={section} />}</Loaded>;
}

function Headers({ section }: { section: string }) {
  const { t } = useTranslation('message');
  const fields = useMemo(() => fieldsOf(section), [section]);
  const hops = useMemo(() => hopsOf(fields), [fields]);
  const results = fields.filter(({ name }) => /^(arc-)?authentication-results$/i.test(name));
  return (
    <>
      {hops.length > 0 && <Hops hops={hops} />}
      {results.length > 0 && (
        <>
          <h3>{t('headers.authentication')}</h3>
          <ul className="plain-list">{results.map(({ value }, at) => <li key={at}><code>{value}</code></li>)}</ul>
        </>
      )}
      <h3>{t('headers.written')}</h3>
      <pre className="source" tabIndex={0} aria-label={t('headers.written')}>{section}</pre>
    </>
  );
}

const UNKNOWN = '—';

function Hops({ hops }: { hops: readonly Hop[] }) {
  const { t } = useTranslation('message');
  const duration = useDuration();
  return (
    <>
      <h3>{t('headers.way')}</h3>
      <p className="hint">{t('headers.way_hint')}</p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="right">{t('headers.delay')}</th>
              <th scope="col">{t('headers.at')}</th>
              <th scope="col">{t('headers.from')}</th>
              <th scope="col">{t('headers.by')}</th>
              <th scope="col">{t('headers.with')}</th>
            </tr>
          </thead>
          <tbody>
            {hops.map((hop, at) => (
              <tr key={at}>
                <td className="right">{hop.delay === undefined ? UNKNOWN : duration(hop.delay)}</td>
                <td>{hop.at === undefined ? UNKNOWN : <Time at={new Date(hop.at).toISOString()} style="seconds" />}</td>
                <td className="wrap">{hop.from ?? UNKNOWN}</td>
                <td className="wrap">{hop.by ?? UNKNOWN}</td>
                <td>{hop.with ?? UNKNOWN}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
