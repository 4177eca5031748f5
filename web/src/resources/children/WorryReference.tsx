export { WorryForm, type Worry } from './WorryForm';
