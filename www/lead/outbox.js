// The outbox of a page, as the form sees it: a lead goes in, and news of it come out.
import { readDestinations } from './destinations.js';
import { object, ordered } from './encode.js';
import { makeSender, recordOf, waysOf } from './sender.js';
import { add, get } from './store.js';

/** Most bytes of a lead: what browsers let outlive its page, even if two are on their way. */
const most = 32_768;

/** More leads than this within a minute from one browser are suspect. */
const usual = 3;

const isTooMany = () => {
  const name = 'shindan:times';
  const now = Date.now();
  try {
    const times = (localStorage[name] ?? '').split(' ').filter((time) => Math.abs(now - time) < 60_000);
    localStorage[name] = [...times, now].join(' ');
    return times.length >= usual;
  } catch {
    return false;
  }
};

/** One for all widgets of a page. */
let sender;
/** By the id of a lead that this page looks after: who hears of it, and what they heard last. */
const watched = new Map();
/** By the place of a widget: the destinations that its page has now. */
const current = new Map();

/** What there is to tell of a record: `{ id, to, state, code, parts }` for each of its ways. */
const newsOf = ({ id, state, why }) => {
  const ways = waysOf(state).map(([to, , , state]) => {
    const said = why?.[to] ?? [];
    return { id, to, state, ...(state === 'rejected' ? { parts: said } : { code: said[0] }) };
  });
  return ways.length > 0 || / gone /.test(state) ? ways : [{ id, state: 'kept' }];
};

const notice = (record) => {
  const watch = watched.get(record?.id);
  if (watch) {
    for (const news of newsOf(record)) {
      if (watch.states.get(news.to) !== news.state) {
        watch.states.set(news.to, news.state);
        watch.tell(news);
      }
    }
  }
};

/** Tells tag managers of a new lead, and nothing of whom. */
const announce = (leads, { push, payload }) => {
  if (push) {
    (window.dataLayer ??= []).push(object(ordered(leads, push, payload)));
  }
};

const open = (leads) =>
  makeSender(leads, {
    // An owner who mends an address gets what was waiting for it. On other pages it goes where it was meant to go.
    destinationOf: ({ place, to }, name) => current.get(place)?.[name] ?? to[name],
    changed: (before, after) => {
      notice(after);
      if (after.told && !before.told) {
        announce(leads, before);
      }
    },
    // Another tab may have sent what was submitted here.
    rested: () => Promise.all([...watched.keys()].map(async (id) => notice(await get(id)))),
  });

/**
 * Opens the outbox for the widget `host`, which also sends what is still waiting. `leads` is the core's function,
 * `destinations` what the owner wrote, `tell({ id, to, state, code, parts })` hears of each change of what was submitted or
 * looked up here; a lead that goes nowhere is `kept`.
 *
 * Resolves to `{ durable, submit(lead), look(id), again(id), remove(id), wake() }`. `durable` says whether the last lead
 * submitted outlives this page. `submit` resolves once it is written down; it takes no id twice, and rejects what is too
 * large.
 */
export const openOutbox = async ({ leads, host, destinations, tell }) => {
  sender ??= open(leads);
  const { to, push } = readDestinations(leads, destinations);
  const { localName, id } = host;
  const place = `${location.pathname}#${id || [...document.querySelectorAll(localName)].indexOf(host)}`;
  current.set(place, to);
  const watch = (id) => watched.set(id, { tell, states: watched.get(id)?.states ?? new Map() });
  const outbox = {
    durable: true,
    submit: async (lead) => {
      // Suspects are marked, not dropped.
      if (isTooMany()) {
        lead.antispam = { ...lead.antispam, suspect: true };
      }
      if (new Blob([JSON.stringify(lead)]).size > most) {
        throw Object.assign(new Error('the lead is too large: shorten the texts of consent'), { code: 'too_large' });
      }
      const layer = push ?? (host.hasAttribute('data-layer') ? 'data-layer\n' : undefined);
      outbox.durable = await add(recordOf(leads, lead, to, { place, page: document.title, push: layer }));
      watch(lead.lead_id);
      notice(await get(lead.lead_id));
      sender.wake();
    },
    look: async (id) => {
      const record = await get(id);
      if (record) {
        watch(id);
        newsOf(record).forEach(({ to, state }) => watched.get(id).states.set(to, state));
        return { lead: record.payload, ways: newsOf(record) };
      }
    },
    again: async (id) => {
      const { state } = (await get(id)) ?? { state: '' };
      for (const [name] of waysOf(state)) {
        await sender.apply(id, `again ${name}`);
      }
      sender.wake();
    },
    remove: (id) => sender.apply(id, 'delete'),
    wake: sender.wake,
  };
  sender.wake();
  return outbox;
};
