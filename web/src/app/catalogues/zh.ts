import 'dayjs/locale/zh-cn';
import antd from 'antd/locale/zh_CN';
import { catalogue, later } from './catalogue';

export { antd };
export const words = catalogue(import.meta.glob(['../zh.json', '../../shared/zh.json'], { eager: true, import: 'default' }));
export const features = later(import.meta.glob('../../features/*/zh.json', { import: 'default' }));
