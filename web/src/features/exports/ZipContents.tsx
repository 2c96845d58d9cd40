import { useTranslation } from 'react-i18next';

const FILES = [
  ['messages/…eml', 'zip.messages'],
  ['manifest.csv', 'zip.manifest'],
  ['SHA256SUMS', 'zip.sums'],
  ['export.json', 'zip.description'],
] as const;

/** What the zip of an export holds. */
export function ZipContents() {
  const { t } = useTranslation('exports');
  return (
    <dl className="zip" aria-label={t('zip.label')}>
      {FILES.map(([name, meaning]) => (
        <div key={name}>
          <dt><code>{name}</code></dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
