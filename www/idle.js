/**
 * Calls back when the browser is idle, rather than painting or reacting; after a second in any case.
 * @param {() => void} callback
 */
export const whenIdle = (callback) => (window.requestIdleCallback ?? setTimeout)(callback, { timeout: 1000 });
