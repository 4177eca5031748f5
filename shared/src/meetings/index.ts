export * from './notice.js';
export * from './invitee.contract.js';
export * from './plan-meeting.contract.js';
export * from './change-meeting.contract.js';
export * from './attendance.contract.js';
export * from './attendance-problems.js';
export * from './minutes.contract.js';
export * from './meeting.view.js';
