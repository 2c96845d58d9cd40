import antd from 'antd/locale/en_US';
import { catalogue } from './catalogue';

export { antd };
export const words = catalogue(
  import.meta.glob('../../features/*/en.json', { eager: true, import: 'default' }),
  import.meta.glob(['../en.json', '../../shared/en.json'], { eager: true, import: 'default' }),
);
