// The run as text in the tab's storage, and the pack that it belongs to.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { SessionStore } = await import('../../www/session_store.js');

let window;
/** The store of the first widget of a page with this body. */
const sessionOn = (body, url) => {
  window = openPage(body, url);
  return new SessionStore(window.document.querySelector('shindan-widget'));
};
const stored = () => Object.fromEntries(Object.entries(window.sessionStorage));
const widget = '<shindan-widget></shindan-widget>';

afterEach(() => window.happyDOM.close());

test('a run is kept under the page, the place and the pack of the widget', () => {
  const session = sessionOn(`<shindan-widget></shindan-widget><shindan-widget id="second" pack="adoption"></shindan-widget>`);
  const second = new SessionStore(window.document.querySelector('#second'));
  session.save('.at=risks&goal=yes');
  session.store();
  second.save('goal=no');
  second.store();
  assert.deepEqual(stored(), {
    'shindan:/page?#readiness.readiness': '.at=risks&goal=yes',
    'shindan:/page?#second.adoption': 'goal=no',
  });
});

test('the next page of the tab takes the run up again', () => {
  sessionOn(widget);
  const host = window.document.querySelector('shindan-widget');
  window.sessionStorage.setItem('shindan:/page?#readiness.readiness', '.at=risks&goal=yes');
  assert.equal(new SessionStore(host).run, '.at=risks&goal=yes');
});

test('a run that was begun before the earlier pack was taken up is the one of the next load', () => {
  const session = sessionOn(widget);
  window.sessionStorage.setItem('shindan:/page?#readiness#readiness', 'executive');
  session.save('goal=yes');
  assert.equal(session.resume(), false);
  session.store();
  const next = new SessionStore(window.document.querySelector('shindan-widget'));
  assert.deepEqual([next.pack, next.run], ['readiness', 'goal=yes']);
});

test('a run that an earlier version has kept is taken over', () => {
  sessionOn(widget);
  const host = window.document.querySelector('shindan-widget');
  window.sessionStorage.setItem('shindan:/page#0.readiness', '.at=risks&goal=yes');
  assert.equal(new SessionStore(host).run, '.at=risks&goal=yes');
  assert.deepEqual(stored(), { 'shindan:/page?#readiness.readiness': '.at=risks&goal=yes' });
});

test('an empty run takes its entry away', () => {
  const session = sessionOn(widget);
  session.save('goal=yes');
  session.store();
  session.save('');
  session.store();
  assert.deepEqual(stored(), {});
});

test('where storage is blocked the run is kept for the life of the element', () => {
  const session = sessionOn(widget);
  Object.defineProperty(window, 'sessionStorage', {
    get() {
      throw new Error('blocked');
    },
  });
  session.save('goal=yes');
  session.store();
  assert.equal(session.run, 'goal=yes');
  assert.equal(session.entry('sessionStorage'), undefined);
});

test('another pack has a run of its own, and the tab remembers it', () => {
  const session = sessionOn(widget);
  session.save('goal=yes');
  session.switchPack('adoption');
  assert.equal(session.pack, 'adoption');
  assert.deepEqual(stored(), { 'shindan:/page?#readiness.readiness': 'goal=yes', 'shindan:/page?#readiness#readiness': 'adoption' });
  const host = window.document.querySelector('shindan-widget');
  host.setAttribute('pack', 'readiness');
  assert.equal(new SessionStore(host).pack, 'adoption');
});
