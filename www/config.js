// The owner's nested configuration: the JSON child of the element, else the file that its attribute `config` names. A
// configuration that cannot be used is reported with its place and fix; see "When something else is on the page" in
// docs/embedding.md.

/* global READER_FILE */
import { helpOf } from './load-error.js';
import { loadModule } from './pinned.js';
import { absolute, request } from './request.js';
import { warn } from './warn.js';

/**
 * Whether the parser is done with a node of the page: another node follows it, or the document is parsed.
 * @param {Node} node
 */
const isClosed = (node) => Boolean(node.nextSibling) || document.readyState !== 'loading';

/** @param {HTMLScriptElement} script */
const typeOf = ({ type }) => type.split(';')[0].trim().toLowerCase();

/**
 * Page scripts that an element has swallowed contain no configuration; a script that a tool has changed still does.
 * @param {HTMLScriptElement} script
 */
const isConfiguration = (script) => typeOf(script) === 'application/json' || (!script.src && script.text.trim().startsWith('{'));

/** Content that owners put into the element, such as text for the time until the loader arrives. */
const expected = ['script', 'template', 'style', 'noscript', 'link', 'span', 'p', 'a', 'ul', 'ol', 'img', 'picture', 'svg'];

/**
 * Whether the parser has put the rest of the page into `host`: custom elements cannot be self-closing.
 * @param {HTMLElement} host
 */
const hasSwallowed = (host) =>
  !host.nextSibling && [...host.children].some(({ localName }) => !expected.includes(localName));

/**
 * The child, once it is known whether there is one and the parser is done with it.
 * @param {HTMLElement} host
 * @returns {Promise<HTMLScriptElement | undefined>}
 */
const childOf = (host) =>
  new Promise((resolve) => {
    const search = () => {
      const scripts = [...host.querySelectorAll('script')];
      const found = scripts.find((script) => typeOf(script) === 'application/json') ?? scripts.find(isConfiguration);
      if (isClosed(host) || (found && isClosed(found))) {
        observer.disconnect();
        document.removeEventListener('readystatechange', search);
        resolve(found);
      }
    };
    const observer = new MutationObserver(search);
    observer.observe(host, { childList: true, subtree: true });
    if (host.parentNode) {
      observer.observe(host.parentNode, { childList: true });
    }
    document.addEventListener('readystatechange', search);
    search();
  });

/**
 * The object that `text` holds as JSON; `undefined` if it holds none.
 * @param {string} text
 */
const parsed = (text) => {
  try {
    const config = JSON.parse(text);
    return config && typeof config === 'object' && !Array.isArray(config) ? config : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The reason why `text` is not a configuration, with its place and fix: what the linter says of it. Only a page whose
 * configuration is broken loads that.
 * @param {string} text
 */
const faultOf = async (text) => {
  try {
    /** @type {typeof import('./reader.js')} */
    const { reader } = await loadModule(READER_FILE, 'config');
    const [{ path, text: what, fix }] = (await reader()).lint(text, 'en');
    return `${path && `${path}: `}${what}; ${fix}`;
  } catch (error) {
    return `it is no JSON, or no object: check it in builder.html (${helpOf(error) ?? error})`;
  }
};

/**
 * The text of the configuration with its name; `undefined` if the owner wrote none. Throws a message for the owner.
 * @param {HTMLElement} host
 * @param {HTMLScriptElement | undefined} child
 * @returns {Promise<[name: string, text: string] | undefined>}
 */
const textOf = async (host, child) => {
  const address = host.getAttribute('config');
  if (child && typeOf(child) !== 'application/json') {
    throw `the child with the configuration has the type "${child.type}", which a consent tool or optimiser may have given it: have that leave it alone, and write type="application/json"`;
  } else if (child) {
    return ['the JSON child', child.text];
  } else if (address) {
    return [`the file ${address}`, await (await request(absolute(address, 'config'), 'config')).text()];
  } else if (host.hasAttribute('data-config')) {
    throw 'the attribute data-config says that there is a JSON child, but there is none: an editor or optimiser may have taken it away; put it back, or put the configuration into a file and name that in the attribute config';
  }
};

/**
 * Resolves to the configuration of `host`: an object; `undefined` if there is none; `null` if it cannot be used, after
 * calling `report(help)`. It waits until the parser is done with the element.
 * @param {HTMLElement} host
 * @param {(help: string) => void} report
 * @returns {Promise<import('./types').Config>}
 */
const readConfig = async (host, report) => {
  const child = await childOf(host);
  if (hasSwallowed(host)) {
    warn('the element hides what is in it; if that is the rest of the page, it is not closed: write <shindan-widget …></shindan-widget>');
  }
  try {
    const found = await textOf(host, child);
    if (!found) {
      return undefined;
    }
    const [name, text] = found;
    const config = parsed(text);
    if (!config) {
      throw `${name} cannot be used: ${await faultOf(text)}`;
    }
    const [before, after] = text.split('\uFFFD', 2);
    if (after !== undefined) {
      report(`${name} has characters that are lost (U+FFFD), at line ${before.split('\n').length}: save it as UTF-8`);
    }
    return config;
  } catch (error) {
    report(helpOf(error) ?? String(error));
    return null;
  }
};

/**
 * Resolves to the configuration of `host`, which is read, and whose faults are reported, once.
 * @param {HTMLElement} host
 * @param {import('./types').Widget} widget
 */
export const configOf = (host, widget) => (widget.config ??= readConfig(host, (help) => widget.events.fail('config', help)));
