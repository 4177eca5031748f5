/** Where Nest keeps the settings read once at start. */
export const SETTINGS_TOKEN = Symbol('settings');
