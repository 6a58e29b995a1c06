// Brings the lead form (www/lead.js) to each result that a view shows. It is loaded when the last question comes up, so
// that it stands with the result and nothing moves. A result that is to come after the form waits for it, but not for a
// form that does not come.

/* global LEAD_FILE, LEAD_WORD_FILES, LEADS_WASM_FILE, OUTBOX_FILE */
import { oneLine, safeHref } from './link.js';
import { loadModule, url } from './pinned.js';
import { loadText, once, request } from './request.js';
import { known, placementOf } from './settings.js';
import { adopt } from './styles.js';
import { warn } from './warn.js';

/** The outbox behind the form, for all widgets of the page. */
const loadOutbox = once(async () => {
  const [{ start }, wasm] = await Promise.all([loadModule(OUTBOX_FILE, 'lead'), request(url(LEADS_WASM_FILE), 'lead')]);
  return start(wasm);
});

/** What both files need travels once. */
const shared = { adopt, known, loadOutbox, oneLine, safeHref, warn };

/** Names the entry that says that the result has been shown to this tab's respondent. */
const openName = '#open';

/** Names the entry of localStorage that says from when on, in seconds, there is something to be sent (crates/outbox/src/store.rs). */
const waiting = 'shindan:outbox';

const isDue = () => {
  try {
    return Number(localStorage.getItem(waiting) ?? Infinity) <= Date.now() / 1000;
  } catch {
    return false;
  }
};

/**
 * Watches `view` for results, of which `diagnosis(withAnswers)` tells. Answers `nearEnd()`, which has the form loaded early, and `stop()`.
 */
export const invite = (stage, view, lang, diagnosis) => {
  const { host, port } = stage;
  const placement = placementOf(host, stage.config);
  // Who opens a link has a result already.
  const isSeen = () => port.entry('sessionStorage', undefined, openName) || /(^|&)\.(day|open)=/.test(port.run);
  const isBefore = () => view.classList.contains('gated');
  const unlock = () => {
    view.classList.remove('gated');
    port.entry('sessionStorage', '1', openName);
  };
  const lock = () => port.entry('sessionStorage', '', openName);
  const load = async () => {
    const [{ open }, words] = await Promise.all([loadModule(LEAD_FILE, 'lead'), loadText(LEAD_WORD_FILES[lang])]);
    return open({ stage, lang, words, diagnosis, isBefore, isDue, lock, unlock, ...shared });
  };
  let loading;
  const prepare = () => (loading ??= load());
  const fill = async () => {
    if (!view.querySelector('.lead:empty') || placement === 'off') {
      return;
    }
    try {
      const put = await prepare();
      // Another question may be on screen by now.
      const place = view.querySelector('.lead:empty');
      if (place) {
        put(place);
      }
    } catch (error) {
      loading = undefined;
      view.classList.remove('gated');
      const help = error.help ?? String(error);
      console.error(`<shindan-widget> lead: ${help}`);
      port.emit('error', { code: 'lead', help });
    }
  };
  view.classList.toggle('gated', placement === 'before' && !isSeen());
  const observer = new MutationObserver(fill);
  observer.observe(view, { childList: true });
  // At a stand it has the time to watch from the first touch on.
  if (isDue() || stage.config?.lead?.kiosk) {
    prepare().catch(() => {});
  }
  return {
    nearEnd: () => placement !== 'off' && prepare().catch(() => {}),
    // Yew keeps the root of a view for good, and an observer would keep all that it knows.
    stop: () => observer.disconnect(),
  };
};
