import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Copyable } from './Copyable';
import { Fact } from './DeliveryTab';
import { Loaded } from './Loaded';
import { canProve, leadsToRoot } from './proof';
import { type Evidence, evidenceQuery } from './requests/evidence';

/** What proves that the message is the one that was archived: in plain words, then in digests. */
export function EvidenceTab({ id }: { id: string }) {
  const query = useQuery(evidenceQuery(id));
  return <Loaded query={query}>{(evidence) => <Proof evidence={evidence} onAgain={() => void query.refetch()} busy={query.isFetching} />}</Loaded>;
}

function Proof({ evidence, onAgain, busy }: { evidence: Evidence; onAgain: () => void; busy: boolean }) {
  const { t } = useTranslation('message');
  const numbers = useNumbers();
  return (
    <>
      {evidence.covered ? <Verdict evidence={evidence} /> : (
        <p className="verdict">
          <ClockCircleOutlined aria-hidden />
          <span>{t('evidence.not_covered')}</span>
          <Button className="verdict-again" size="small" loading={busy} onClick={onAgain}>{t('evidence.again')}</Button>
        </p>
      )}
      <p><Button onClick={() => save(evidence)}>{t('evidence.download')}</Button></p>
      <dl className="known">
        <Fact name={t('evidence.sha256')}><Copyable text={evidence.sha256} code /></Fact>
        {evidence.covered && (
          <>
            <Fact name={t('evidence.position')}>{t('evidence.position_of', { index: numbers.count(evidence.leaf_index), size: numbers.count(evidence.tree_size) })}</Fact>
            <Fact name={t('evidence.leaf')}><Copyable text={evidence.leaf_hash} code /></Fact>
            <Fact name={t('evidence.path')}>
              <ol className="plain-list" start={1}>{evidence.path.map((hash) => <li key={hash}><code>{hash}</code></li>)}</ol>
            </Fact>
            <Fact name={t('evidence.root')}><Copyable text={evidence.root_hash} code /></Fact>
            <Fact name={t('evidence.checkpoint')}><pre className="source" tabIndex={0} aria-label={t('evidence.checkpoint')}>{evidence.checkpoint}</pre></Fact>
          </>
        )}
      </dl>
    </>
  );
}

/** The browser computes the proof itself, so that the sentence does not rest on the server's word alone. */
function Verdict({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation('message');
  const { data: holds } = useQuery({
    queryKey: ['message', evidence.id, 'evidence', 'holds', evidence.root_hash],
    queryFn: () => leadsToRoot(evidence),
    enabled: canProve(),
    staleTime: Infinity,
  });
  if (holds === false) {
    return <p className="verdict verdict-bad" role="alert"><CloseCircleOutlined aria-hidden /> <span>{t('evidence.fails')}</span></p>;
  }
  return (
    <p className="verdict verdict-good">
      <CheckCircleOutlined aria-hidden />
      <span>{t('evidence.covered')} {t(holds === true ? 'evidence.holds' : 'evidence.not_computed')}</span>
    </p>
  );
}

/** Gives the evidence as a file, with all its fields as the API says them. */
function save(evidence: Evidence): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(evidence, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${evidence.id}.evidence.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
