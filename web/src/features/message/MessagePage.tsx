import { ArrowLeftOutlined } from '@ant-design/icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { type Shortcut, useShortcuts } from '@/shared/keys/keys';
import { useParts } from '@/shared/parts/parts';
import { readingOrder } from '@/shared/reading/order';
import { Page } from '@/shared/ui/Page';

/** A message on a page of its own, with the way back to the list from which it was opened. */
export function MessagePage() {
  const { t } = useTranslation('message');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string } | null };
  const [params, setParams] = useSearchParams();
  const [exporting, setExporting] = useState(false);
  const { MessagePane, ExportDialog } = useParts();
  const from = state?.from;

  const back = () => void (from === undefined ? navigate('/search') : navigate(-1));
  const step = async (by: 1 | -1) => {
    const next = from === undefined ? undefined : await readingOrder.current()?.neighbour(id, by);
    if (next !== undefined) {
      void navigate(`/messages/${next}`, { replace: true, state });
    }
  };
  const inList: Shortcut[] = from === undefined ? [] : [
    { keys: ']', label: t('keys.next'), run: () => void step(1) },
    { keys: '[', label: t('keys.previous'), run: () => void step(-1) },
  ];
  useShortcuts(t('keys.page'), [
    ...inList,
    { keys: 'e', label: t('keys.export'), run: () => setExporting(true) },
    { keys: 'u', label: t('keys.back'), run: back },
    { keys: 'Escape', label: '', run: back },
  ]);
  return (
    <Page title={t('title')} hideTitle full>
      <p className="message-back">
        <Link to={from ?? '/search'} onClick={(event) => {
          if (from !== undefined) {
            event.preventDefault();
            back();
          }
        }}>
          <ArrowLeftOutlined aria-hidden /> {t(from === undefined ? 'to_search' : 'to_results')}
        </Link>
      </p>
      <Suspense>
        <MessagePane
          id={id}
          tab={params.get('tab')}
          onTab={(tab) => setParams({ tab }, { replace: true, state })}
          onExport={() => setExporting(true)}
        />
        {exporting && <ExportDialog scope={{ ids: [id] }} onClose={() => setExporting(false)} />}
      </Suspense>
    </Page>
  );
}
