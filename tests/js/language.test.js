// The language that a widget speaks: the nearest `lang`, also through shadow roots, else Japanese.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './support/page.js';

globalThis.LANGUAGES = ['en', 'ja'];
const window = openPage();
const { languageOf } = await import('../../www/language.js');

const languageIn = (html) => {
  window.document.body.innerHTML = html;
  return languageOf(window.document.querySelector('shindan-widget'));
};

test('its own language comes before that of what it stands in', () => {
  assert.equal(languageIn('<div lang="ja"><shindan-widget lang="en"></shindan-widget></div>'), 'en');
  assert.equal(languageIn('<div lang="en"><p><shindan-widget></shindan-widget></p></div>'), 'en');
});

test('the region and the case do not count', () => {
  assert.equal(languageIn('<shindan-widget lang="en-GB"></shindan-widget>'), 'en');
  assert.equal(languageIn('<shindan-widget lang="EN-us"></shindan-widget>'), 'en');
});

test('a language without messages, an empty one and none at all are Japanese', () => {
  assert.equal(languageIn('<shindan-widget lang="fr"></shindan-widget>'), 'ja');
  assert.equal(languageIn('<div lang="en"><shindan-widget lang=""></shindan-widget></div>'), 'ja');
  assert.equal(languageIn('<shindan-widget></shindan-widget>'), 'ja');
});

test('the language outside of a shadow root is found', () => {
  window.document.body.innerHTML = '<div lang="en"><article></article></div>';
  const root = window.document.querySelector('article').attachShadow({ mode: 'open' });
  root.innerHTML = '<shindan-widget></shindan-widget>';
  assert.equal(languageOf(root.querySelector('shindan-widget')), 'en');
});
