export { RoomView } from './room.view.js';
