// Files of one build, each named with the hash that its bytes must have.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

const window = openPage();
const { integrityOf, loadModule, nameOf, url } = await import('../../www/pinned.js');

const file = 'runtime-1234abcd.js#sha256-AbC+/=';

afterEach(() => window.document.head.replaceChildren());

test('a constant is taken apart into the name and the hash', () => {
  assert.equal(nameOf(file), 'runtime-1234abcd.js');
  assert.equal(integrityOf(file), 'sha256-AbC+/=');
  assert.equal(nameOf('plain.js'), 'plain.js');
  assert.equal(integrityOf('plain.js'), '');
  assert.equal(integrityOf('https://owner.example/pack.json#top'), '');
});

test('the address is beside the loader and still carries the hash', () => {
  const beside = new URL('../../www/', import.meta.url);
  assert.equal(url(file), `${beside.href}${file}`);
});

/** Makes every preload link supported, and handles it by `settle(link)` in place of a browser. */
const preloading = (settle) => {
  const { prototype } = window.HTMLLinkElement;
  Object.defineProperty(prototype, 'relList', { value: { supports: () => true }, configurable: true });
  const asked = [];
  window.document.head.append = (link) => {
    asked.push({ rel: link.rel, href: link.href, integrity: link.integrity, nonce: link.nonce });
    settle(link);
  };
  return asked;
};

test('a file that does not have its hash is refused, with what to do', async () => {
  const asked = preloading((link) => link.onerror());
  await assert.rejects(loadModule(file, 'runtime'), ({ code, help }) => {
    assert.equal(code, 'runtime');
    assert.match(help, /^runtime-1234abcd\.js cannot be loaded .*upload it again/);
    return true;
  });
  assert.deepEqual(asked.map(({ rel, integrity }) => [rel, integrity]), [['modulepreload', 'sha256-AbC+/=']]);
});

test('the nonce of the page goes with the preload', async () => {
  const script = window.document.createElement('script');
  script.setAttribute('nonce', 'n0nce');
  script.nonce = 'n0nce';
  window.document.body.append(script);
  const asked = preloading((link) => link.onerror());
  await assert.rejects(loadModule(file, 'runtime'));
  assert.equal(asked[0].nonce, 'n0nce');
});

test('once it is preloaded, the module is imported', async () => {
  preloading((link) => link.onload());
  const { runsWasm } = await loadModule('wasm.js', 'runtime');
  assert.equal(typeof runsWasm, 'function');
});
