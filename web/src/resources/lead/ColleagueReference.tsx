export { ColleaguePicker, type Colleague } from './ColleaguePicker';
