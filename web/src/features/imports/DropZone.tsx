import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@/shared/ui/Note';

/** Takes files by dropping or choosing. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const [folder, setFolder] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
    const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
    setFolder(items.some(isFolder));
    onFiles(items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []));
  };
  return (
    <>
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          multiple
          className="visually-hidden drop-input"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <label htmlFor={id}><strong>{t('new.choose')}</strong> {t('new.or_drop')}</label>
        <p className="hint">{t('new.kinds')}</p>
      </div>
      {folder && <Note kind="warning" title={t('new.folder_title')}>{t('new.folder')}</Note>}
    </>
  );
}
