// Drives the core's planner: what is to be done next is done, and what came of it is stored before anything else. One
// sender a page, and one at a time among all tabs of a site. The lease in what is stored decides; the browser's lock only
// keeps tabs from asking in vain.
import { warn } from '../warn.js';
import { after, send } from './send.js';
import { change, leave, list } from './store.js';

/** A tab may be frozen while it holds the lock: after so many milliseconds the lease alone has to do. */
const patience = 30_000;
/** Longest sleep in seconds: a timer does not notice that the clock was set back. */
const longest = 60;

const now = () => Date.now() / 1000;
/** Which tab this is. */
const me = crypto.getRandomValues(new Uint32Array(1))[0];

/** The ways of an entry: lists of words, `[to, sight, began, state, …]`. */
export const waysOf = (state) =>
  state
    .split('\n')
    .slice(1)
    .map((line) => line.split(' '));

const isOpen = (state) => waysOf(state).some((way) => /^(queued|sending|retry_wait)$/.test(way[3]));

/** When a record with this `state` has to be looked at again. */
const dueOf = (leads, state) => {
  const [what, seconds] = leads('plan', state, '', now()).split(' ');
  return isOpen(state) ? 0 : what === 'wait' ? now() + Number(seconds) : what === 'settle' ? now() : undefined;
};

/** `record` after `event`: the very same if nothing changes, nothing if it is to be forgotten. */
export const applied = (leads, record, event) => {
  const state = leads('apply', record.state, event, now(), Math.floor(Math.random() * 65536));
  if (!state || state === record.state) {
    return state && record;
  }
  const next = { ...record, state, due: dueOf(leads, state) };
  // Once for each lead somebody has it, or was at least sent it.
  next.told ||= /(delivered|accepted|unconfirmed) /.test(state);
  if (/ gone /.test(state.split('\n')[0])) {
    ['payload', 'to', 'push'].forEach((name) => delete next[name]);
  }
  return next;
};

/** A new record of `lead` on its way to these destinations, texts for the core by name. */
export const recordOf = (leads, lead, to, more) => {
  const sights = Object.entries(to).map(([name, text]) => ` ${name} ${leads('receiver', text, '')}`);
  const state = leads('apply', '', `new ${lead.lead_id}${sights.join('')}`, now());
  return { id: lead.lead_id, created: now(), payload: lead, to, state, due: dueOf(leads, state), ...more };
};

/** Runs `work` while no other tab does. */
const alone = async (work) => {
  let working;
  const once = () => (working ??= work());
  const { signal, stop } = after(patience);
  try {
    await navigator.locks.request('shindan-outbox', { signal }, () => {
      stop();
      return once();
    });
  } catch {
    // No locks here, or nobody gives it back.
  }
  stop();
  return once();
};

/**
 * The sender of this page. `destinationOf(record, to)` answers the destination of that name for the core, `changed(before,
 * after)` hears of each record that was changed here, `rested()` that there is nothing more to do now.
 */
export const makeSender = (leads, { destinationOf, changed, rested }) => {
  /** Applies `event` to the record of that id and stores it, in one go; resolves to what then is stored. */
  const apply = async (id, event, more) => {
    let before;
    const record = await change(id, (stored) => {
      before = stored;
      const next = applied(leads, stored, event);
      return next && next !== stored ? { ...next, ...more?.(stored) } : next;
    });
    if (record && record !== before) {
      changed(before, record);
    }
    return record || { state: '' };
  };

  const sendTo = async (record, to, tries) => {
    const outcome = await send(leads, destinationOf(record, to), record.payload, Number(tries));
    const [word, ...why] = outcome.split(' ');
    const more = (stored) => ({ why: { ...stored.why, [to]: /^(rejected|config)$/.test(word) ? why : undefined } });
    await apply(record.id, `reply ${to} ${me} ${tries} ${outcome}`, more);
  };

  /** Puts what is sent to one destination among `flying`, if this tab gets the lease; resolves to whether it did. */
  const start = async (id, to, flying) => {
    const record = await apply(id, `start ${to} ${me}`);
    const [, , , what, by, tries] = waysOf(record.state).find(([name]) => name === to) ?? [];
    const isMine = what === 'sending' && Number(by) === me;
    if (isMine) {
      const sending = sendTo(record, to, tries).catch(() => {}).then(() => flying.delete(sending));
      flying.add(sending);
    }
    return isMine;
  };

  /** Does all there is to do now. Resolves to the seconds until there may be more, or to nothing. */
  const round = async () => {
    // Requests to one destination go out one after the other, those to several at the same time.
    const flying = new Set();
    const settled = new Set();
    /** What is left alone in this round: it cannot be read, or not be changed. */
    const skipped = new Set();
    for (;;) {
      const records = (await list(now())).filter(({ id }) => !skipped.has(id));
      const [what, id, to] = leads('plan', records.map(({ state }) => state).join('\n\n'), '', now()).split(' ');
      if (what === 'settle' && !settled.has(id)) {
        settled.add(id);
        await apply(id, 'time');
      } else if (what === 'broken') {
        warn(`a lead on this device is of another version, and is left alone: upload all files of one version (${id})`);
        skipped.add((records.find(({ state }) => state.split(/[ \n]/)[0] === id) ?? records[0]).id);
      } else if (what === 'settle' || (what === 'send' && navigator.onLine && !(await start(id, to, flying)))) {
        skipped.add(id);
      } else if (what !== 'send' || !navigator.onLine) {
        if (flying.size === 0) {
          return what === 'wait' ? Number(id) : what && longest;
        }
        await Promise.race(flying);
      }
    }
  };

  let running;
  let again;
  let timer;
  /** Looks what there is to do; resolves when that is done. */
  const wake = () => {
    again = true;
    running ??= (async () => {
      let seconds;
      while (again) {
        again = false;
        clearTimeout(timer);
        seconds = await alone(round).catch(() => longest);
        await leave();
        await rested();
      }
      running = undefined;
      if (seconds) {
        timer = setTimeout(wake, Math.min(seconds, longest) * 1000);
      }
    })();
    return running;
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  return { apply, wake };
};
