export { PauseCards } from './PauseCards';
