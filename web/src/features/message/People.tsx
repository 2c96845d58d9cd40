import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { Copyable } from './Copyable';

const SHOWN = 3;

/** People of one field: the first few, and on demand all of them, each to be copied. */
export function People({ label, people }: { label: string; people: readonly Schemas['Mailbox'][] }) {
  const { t } = useTranslation('message');
  const [all, setAll] = useState(false);
  const more = people.length - SHOWN;
  return people.length === 0 ? null : (
    <div className="head-field">
      <dt>{label}</dt>
      <dd>
        {all
          ? <ul className="people">{people.map((one, at) => <li key={at}><Copyable text={textOf(one)} /></li>)}</ul>
          : people.slice(0, SHOWN).map((one, at) => <Person key={at} person={one} last={at === Math.min(SHOWN, people.length) - 1} />)}
        <button type="button" className="plain people-all" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('head.fewer') : more > 0 ? t('head.more', { count: more }) : t('head.details')}
        </button>
      </dd>
    </div>
  );
}

const COMMA = ', ';

function Person({ person: { name, address }, last }: { person: Schemas['Mailbox']; last: boolean }) {
  const named = name !== null && name !== '';
  return (
    <span className="person-of">
      {named && <span>{name} </span>}
      <span className={named ? 'soft' : undefined}>{named ? `<${address}>` : address}</span>
      {!last && COMMA}
    </span>
  );
}

function textOf({ name, address }: Schemas['Mailbox']): string {
  return name === null || name === '' ? address : `${name} <${address}>`;
}
