/** Resolves when the browser is idle, rather than painting or reacting; after a second in any case. */
export const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));
