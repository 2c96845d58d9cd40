import { PaperClipOutlined } from '@ant-design/icons';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { Marked } from './Marked';
import type { Hit, Snippet } from './runResults';
import { shortName } from './shortName';

interface Props {
  hit: Hit | undefined;
  snippet: Snippet | undefined;
  index: number;
  /** Pixels below the top of what is seen. */
  at: number;
  height: number;
  by: 'sent' | 'archived';
  active: boolean;
  selected: boolean;
  open: boolean;
  onOpen: (index: number) => void;
  onSelect: (index: number, range: boolean) => void;
}

/** One message of the result. While it is not there yet, a row of the same height stands for it. */
export const ResultRow = memo(function ResultRow({ hit, snippet, index, at, height, by, active, selected, open, onOpen, onSelect }: Props) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const place = { height, transform: `translateY(${at}px)` };
  if (hit === undefined) {
    return (
      <div id={`hit-${index}`} role="row" aria-rowindex={index + 2} aria-busy className={active ? 'hit hit-missing hit-active' : 'hit hit-missing'} style={place}>
        <span role="gridcell" aria-label={t('list.loading', { row: numbers.count(index + 1) })}>{''}</span>
      </div>
    );
  }
  const select = (event: MouseEvent) => {
    event.stopPropagation();
    onSelect(index, event.shiftKey);
  };
  const more = hit.recipient_count - 1;
  const subject = hit.subject === '' ? t('list.no_subject') : hit.subject;
  return (
    <div
      id={`hit-${index}`}
      data-message={hit.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={open || undefined}
      className={['hit', active && 'hit-active', selected && 'hit-selected', open && 'hit-open'].filter(Boolean).join(' ')}
      style={place}
      onClick={(event) => (event.shiftKey ? select(event) : onOpen(index))}
    >
      <span role="gridcell" className="hit-check" onClick={select}>
        <input type="checkbox" tabIndex={-1} checked={selected} readOnly aria-label={t('list.select', { subject })} />
      </span>
      <span role="gridcell" className="hit-date"><Time at={by === 'sent' ? hit.sent : hit.archived} /></span>
      <span role="gridcell" className="hit-from" title={hit.from.join(', ')}>{hit.from[0] === undefined ? t('list.no_sender') : shortName(hit.from[0])}</span>
      <span role="gridcell" className="hit-to" title={hit.to.join(', ')}>
        <span className="hit-name">{shortName(hit.to[0] ?? '')}</span>
        {more > 0 && <span className="hit-more">{t('list.more', { count: more })}</span>}
      </span>
      <span role="gridcell" className="hit-subject">
        <span className="hit-title"><Marked text={subject} spans={hit.subject === '' ? [] : (snippet?.subject ?? [])} /></span>
        <span className="hit-snippet">{snippet !== undefined && <SnippetText snippet={snippet} />}</span>
      </span>
      <span role="gridcell" className="hit-files">
        {hit.attachments > 0 && (
          <span title={t('list.attachments', { count: hit.attachments })}>
            <PaperClipOutlined aria-hidden />
            <span className="visually-hidden">{t('list.attachments', { count: hit.attachments })}</span>
            <span aria-hidden>{hit.attachments}</span>
          </span>
        )}
      </span>
      <span role="gridcell" className="hit-size">{numbers.bytes(hit.size)}</span>
    </div>
  );
});

function SnippetText({ snippet }: { snippet: Snippet }) {
  const { t } = useTranslation('search');
  return (
    <>
      {snippet.part === 'attachment' && <span className="hit-part">{t('list.in_attachment')}</span>}
      {snippet.part !== 'subject' && <Marked text={snippet.text} spans={snippet.spans} />}
    </>
  );
}
