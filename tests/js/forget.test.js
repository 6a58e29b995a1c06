// What is left of a visitor at a stand.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { SessionStore } = await import('../../www/session_store.js');
const { forget } = await import('../../www/forget.js');

let window;
const host = () => window.document.querySelector('shindan-widget');
/** The store of the first widget of a page with this body. */
const sessionOn = (body) => {
  window = openPage(body);
  return new SessionStore(host());
};

afterEach(() => window.happyDOM.close());

test('a visitor is forgotten with all packs, and leads, the link and other widgets are left alone', () => {
  const session = sessionOn(`<shindan-widget></shindan-widget><shindan-widget></shindan-widget>`);
  const own = 'shindan:/page?#readiness';
  const others = [`${own}~1.readiness`, `${own}~1#lead`, 'shindan:/news?#readiness.readiness', 'shindan:outbox', 'shindan:lead:1'];
  for (const storage of [window.sessionStorage, window.localStorage]) {
    for (const name of [...others, `${own}.executive`, `${own}#lead`, `${own}#open`, `${own}#arm`]) {
      storage.setItem(name, '1');
    }
  }
  session.entry('sessionStorage', '.owner=code', '#link');
  session.entry('localStorage', 'readiness.code');
  session.save('goal=yes');
  session.switchPack('adoption');
  session.save('.at=habit');
  forget(host(), session);
  assert.deepEqual([session.run, session.pack], ['', 'readiness']);
  session.store();
  assert.deepEqual(Object.keys(window.sessionStorage).sort(), [...others, `${own}#link`].sort());
  assert.deepEqual(Object.keys(window.localStorage).sort(), [...others].sort());
  assert.equal(new SessionStore(window.document.querySelector('shindan-widget')).pack, 'readiness');
});

test('a widget whose id continues another one is left alone', () => {
  const session = sessionOn(`<shindan-widget id="stand"></shindan-widget><shindan-widget id="stand.two"></shindan-widget>`);
  const names = ['shindan:/page?#stand.readiness', 'shindan:/page?#stand.two.readiness', 'shindan:/page?#stand.two#open'];
  for (const name of names) {
    window.localStorage.setItem(name, '1');
  }
  forget(host(), session);
  assert.deepEqual(Object.keys(window.localStorage).sort(), names.slice(1).sort());
});

test('a visitor is forgotten where a storage is blocked', () => {
  const session = sessionOn('<shindan-widget pack="executive"></shindan-widget>');
  window.localStorage.setItem('shindan:/page?#executive.executive', 'executive.code');
  Object.defineProperty(window, 'sessionStorage', {
    get() {
      throw new Error('blocked');
    },
  });
  session.save('goal=yes');
  session.switchPack('readiness');
  forget(host(), session);
  assert.deepEqual([session.run, session.pack, window.localStorage.length], ['', 'executive', 0]);
});
