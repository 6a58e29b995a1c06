/**
 * Calls back when the browser has nothing better to do, such as painting or reacting; after a second in any case.
 * @param {() => void} callback
 */
export const whenIdle = (callback) => (window.requestIdleCallback ?? setTimeout)(callback, { timeout: 1000 });
