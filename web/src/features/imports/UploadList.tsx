import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { useNumbers } from '@/shared/format/numbers';
import { Progress } from '@/shared/ui/Progress';
import { type Item, uploads } from './uploads';

/** The files of the next import, with how far each is. */
export function UploadList({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('imports');
  return (
    <div className="table-box">
      <table className="plain-table uploads">
        <thead>
          <tr><th scope="col">{t('file')}</th><th scope="col" className="right">{t('size')}</th><th scope="col">{t('upload.progress')}</th><th scope="col"><span className="visually-hidden">{t('upload.actions')}</span></th></tr>
        </thead>
        <tbody>{items.map((item) => <Row key={item.key} item={item} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation(['imports', 'shared']);
  const numbers = useNumbers();
  return (
    <tr>
      <td className="file-name">{item.file.name}</td>
      <td className="right">{numbers.bytes(item.file.size)}</td>
      <td><State item={item} /></td>
      <td className="right">
        {item.state === 'failed' && <Button size="small" onClick={() => uploads.retry(item.key)}>{t('shared:action.retry')}</Button>}{' '}
        <Button size="small" type="text" aria-label={t('upload.remove_named', { name: item.file.name })} onClick={() => uploads.remove(item.key)}>{t('upload.remove')}</Button>
      </td>
    </tr>
  );
}

function State({ item }: { item: Item }) {
  const { t } = useTranslation('imports');
  switch (item.state) {
    case 'sending':
      return <Progress label={item.file.name} done={item.sent} total={item.file.size} />;
    case 'failed':
      return <span className="bad">{t('upload.failed')}{': '}{item.problem instanceof ProblemError ? item.problem.detail || t('upload.offline') : ''}</span>;
    default:
      return <span className={item.state === 'waiting' ? 'soft' : undefined}>{t(`upload.${item.state}`)}</span>;
  }
}
