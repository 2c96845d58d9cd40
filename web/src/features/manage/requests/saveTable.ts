import { send } from '@/shared/api/request';
import { saveFile } from '@/shared/format/csv';

/** Saves what the API gives as CSV of a path. */
export async function saveTable(path: string, name: string): Promise<void> {
  const response = await send(path, { headers: { Accept: 'text/csv' } });
  saveFile(name, await response.blob());
}
