// What a server does: imports everything, and renders. Nothing of it may touch a page that is not there.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { register } from 'shindan-widget';
import { ShindanWidget } from 'shindan-widget/react';

assert.equal(await register(), undefined);
const props = { ctaHref: '/consultation', lead: 'off', config: { cta: { label: { ready: '</script>' } } } };
assert.equal(
  renderToString(createElement(ShindanWidget, props)),
  '<shindan-widget cta-href="/consultation" lead="off"><script type="application/json">' +
    '{"cta":{"label":{"ready":"\\u003c/script>"}}}</script></shindan-widget>',
);

// The manifest says what the types say, in the form that tools read.
const manifest = createRequire(import.meta.url)('shindan-widget/custom-elements.json');
const [element] = manifest.modules.flatMap(({ declarations }) => declarations);
assert.equal(element.tagName, 'shindan-widget');
console.log(JSON.stringify({ attributes: element.attributes.map(({ name }) => name), events: element.events.map(({ name }) => name) }));
