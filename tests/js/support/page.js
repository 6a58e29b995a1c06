// A page for the modules of www/, which read the names of a browser's window as global ones.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Found by NODE_PATH too, which `import` does not look at: the packages lie in the tool cache.
const { Window } = await import(pathToFileURL(createRequire(import.meta.url).resolve('happy-dom')).href);

const names = ['document', 'location', 'sessionStorage', 'localStorage', 'CustomEvent', 'HTMLElement', 'customElements'];

/**
 * Opens a page with this body and makes its window the global one.
 * @param {string} body
 * @param {string} url
 */
export const openPage = (body = '', url = 'https://owner.example/page') => {
  const window = new Window({ url });
  window.document.body.innerHTML = body;
  const give = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  give('window', window);
  for (const name of names) {
    give(name, window[name]);
  }
  give('scrollY', 0);
  give('addEventListener', window.addEventListener.bind(window));
  give('requestAnimationFrame', (callback) => window.requestAnimationFrame(callback));
  return window;
};

/**
 * What is written to the console as a warning while `work` is done.
 * @param {() => void} work
 */
export const warningsOf = (work) => {
  const { warn } = console;
  const warnings = [];
  console.warn = (text) => warnings.push(text);
  try {
    work();
  } finally {
    console.warn = warn;
  }
  return warnings;
};
