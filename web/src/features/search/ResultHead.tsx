import { useTranslation } from 'react-i18next';

/** Names of the columns; where there are none, only for those who do not see the list. */
export function ResultHead({ by, hidden }: { by: 'sent' | 'archived'; hidden: boolean }) {
  const { t } = useTranslation('search');
  return (
    <div role="rowgroup" className={hidden ? 'visually-hidden' : 'hits-head'}>
      <div role="row" aria-rowindex={1} className={hidden ? undefined : 'hit'}>
        <span role="columnheader"><span className="visually-hidden">{t('list.selected')}</span></span>
        <span role="columnheader" aria-sort="descending">{t(by === 'sent' ? 'list.sent' : 'list.archived')}</span>
        <span role="columnheader">{t('list.from')}</span>
        <span role="columnheader">{t('list.to')}</span>
        <span role="columnheader">{t('list.subject')}</span>
        <span role="columnheader" className="hit-files"><span className="visually-hidden">{t('list.files')}</span></span>
        <span role="columnheader" className="hit-size">{t('list.size')}</span>
      </div>
    </div>
  );
}
