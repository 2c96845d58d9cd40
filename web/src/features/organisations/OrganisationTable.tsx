import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import type { Organisation } from './organisations';

interface Props {
  organisations: readonly Organisation[];
  onChange: (organisation: Organisation) => void;
}

/** What was agreed with each organisation, and how much it has archived. */
export function OrganisationTable({ organisations, onChange }: Props) {
  const { t } = useTranslation('organisations');
  const columns = ['name', 'domains', 'state', 'seats', 'service', 'retention', 'messages', 'size', 'created'] as const;
  const right: readonly string[] = ['seats', 'retention', 'messages', 'size'];
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>
            {columns.map((name) => <th key={name} scope="col" className={right.includes(name) ? 'right' : undefined}>{t(`column.${name}`)}</th>)}
            <th scope="col"><span className="visually-hidden">{t('column.actions')}</span></th>
          </tr>
        </thead>
        <tbody>{organisations.map((one) => <Row key={one.id} one={one} onChange={() => onChange(one)} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ one, onChange }: { one: Organisation; onChange: () => void }) {
  const { t } = useTranslation('organisations');
  const numbers = useNumbers();
  return (
    <tr>
      <th scope="row">{one.name}{one.is_default && <div className="soft">{t('default')}</div>}</th>
      <td>{one.domains.join(', ')}</td>
      <td>{t(one.enabled ? 'state.on' : 'state.off')}</td>
      <td className="right">{one.seats === null ? t('unlimited') : numbers.count(one.seats)}</td>
      <td><Service one={one} /></td>
      <td className="right">{t('years', { count: one.retention_years })}</td>
      <td className="right">{numbers.count(one.messages)}</td>
      <td className="right">{numbers.bytes(one.bytes)}</td>
      <td><Time at={one.created} /></td>
      <td><Button size="small" onClick={onChange} aria-label={t('change.open_for', { name: one.name })}>{t('change.open')}</Button></td>
    </tr>
  );
}

/** The last day, and how many are left; an ended service is not only coloured but said. */
function Service({ one }: { one: Organisation }) {
  const { t } = useTranslation('organisations');
  if (one.service_ends === null) {
    return <>{t('service.no_end')}</>;
  }
  return (
    <>
      {one.service_ends}
      <div className={one.service_ended ? 'bad' : 'soft'}>{one.service_ended ? t('service.ended') : t('service.left', { count: one.days_left ?? 0 })}</div>
    </>
  );
}
