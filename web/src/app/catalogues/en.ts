import antd from 'antd/locale/en_US';
import { catalogue, later } from './catalogue';

export { antd };
export const words = catalogue(import.meta.glob(['../en.json', '../../shared/en.json'], { eager: true, import: 'default' }));
export const features = later(import.meta.glob('../../features/*/en.json', { import: 'default' }));
