// What comes with a result for those who wish to be called back: the lead form. A file of its own, with words of its own,
// which the runtime loads when a result comes near. The outbox behind it (www/outbox.js) comes once somebody begins to
// fill the form in, or when a lead is still on its way.

import styles from 'shindan-lead-css';
import { attribution } from './lead/attribution.js';
import { readDestinations } from './lead/destinations.js';
import { readDraft, writeDraft } from './lead/draft.js';
import { makeForm } from './lead/form.js';
import { json } from './lead/json.js';
import { watch } from './lead/kiosk.js';
import { readLead } from './lead/settings.js';

/** What a `DeliveryStatus` of the outbox says, as the form takes it. */
const newsOf = ({ destination: to, state, code, fields: parts }) => ({ to, state, code, parts });

/** By element: what opens its outbox, what checks an input, and who hears of a lead by its id. */
const outboxes = new WeakMap();

const outboxOf = ({ host, root, port }, { destinations, kiosk }, lock, loadOutbox) => {
  if (!outboxes.has(host)) {
    const heard = new Map();
    const tell = (status) => {
      heard.get(status.lead_id)?.(newsOf(status));
      status.free();
    };
    let core;
    let opening;
    const open = async () => {
      core = await loadOutbox();
      const origin = `${location.pathname}${location.search}#${host.id || port.pack}`;
      const to = json(readDestinations(destinations));
      return { ...core, outbox: core.Outbox.open(origin, document.title, to, host.hasAttribute('data-layer'), tell) };
    };
    /** Resolves to the core and the outbox; what failed is tried again the next time. */
    const ready = () => {
      opening ??= open();
      opening.catch(() => (opening = undefined));
      return opening;
    };
    /** What the core says of an input; before it is there, everything is right. */
    const check = (kind, typed) => core?.check(kind, typed) ?? { text: typed };
    outboxes.set(host, { ready, check, heard });
    if (kiosk) {
      watch(root, port, lock, kiosk);
    }
  }
  return outboxes.get(host);
};

/** Words by their number, with what stands in braces filled in. */
const saying = (words) => {
  const lines = words.split('\n');
  return (line, values) => lines[line].replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
};

/** What tells of `lead` in `place` from now on, with ways back to the form. */
const telling = (place, context, { outbox, Told }, lead) => {
  const { port, heard } = context;
  const told = new Told(context, outbox, lead, (names) => {
    heard.delete(lead.lead_id);
    if (names) {
      // With other words it is another lead: the one that was refused goes.
      outbox.remove(lead.lead_id);
    }
    writeDraft(port, names && { values: { ...lead.contact, ...lead.inquiry } });
    const form = showForm(place, context);
    if (names) {
      form.mend(names);
    } else {
      form.focus();
    }
  });
  heard.set(lead.lead_id, (news) => told.tell(news));
  return told;
};

const showForm = (place, context) => {
  const { port, ready, heard, unlock } = context;
  const skip = () => {
    unlock();
    showForm(place, context);
    port.focus('h2');
  };
  const form = makeForm({ ...context, skip }, async (lead) => {
    const id = lead.lead_id;
    const behind = await ready();
    const told = telling(place, context, behind, lead);
    try {
      await behind.outbox.submit(json(lead));
    } catch (error) {
      heard.delete(id);
      throw error;
    }
    writeDraft(port, { sent: id, run: port.run });
    place.replaceChildren(told.node);
    told.focus();
    unlock();
  });
  place.replaceChildren(form.node);
  return form;
};

/** What became of the lead that was sent before a reload; there is no second form for it. */
const showSent = async (place, context, id) => {
  const behind = await context.ready();
  const stored = await behind.outbox.look(id);
  if (!stored) {
    writeDraft(context.port);
    showForm(place, context);
    return;
  }
  const told = telling(place, context, behind, stored.lead ? JSON.parse(stored.lead) : { lead_id: id });
  for (const status of stored.deliveries) {
    told.tell(newsOf(status), true);
  }
  place.replaceChildren(told.node);
};

/**
 * Answers what puts the form, or what became of a lead, into an empty place of the view of `stage.host`. Its outbox is
 * opened at once where something `isDue()`. `diagnosis(withAnswers)` tells of the result. While `isBefore()` that waits for
 * the form; `unlock` shows it, also the next time, and `lock` has the next one wait again.
 */
export const open = ({ stage, diagnosis, lang, words, isBefore, isDue, lock, unlock, adopt, loadOutbox, ...shared }) => {
  const { host, root, port, config } = stage;
  adopt(root, styles);
  const settings = readLead(config?.lead ?? {}, lang, shared);
  // Remembers the first page of the visit, where that is allowed.
  attribution(host);
  const context = {
    ...outboxOf(stage, settings, lock, loadOutbox),
    port,
    lang,
    settings,
    diagnosis,
    isBefore,
    unlock,
    say: saying(words),
    attribution: () => attribution(host),
  };
  if (isDue()) {
    context.ready().catch(console.error);
  }
  return (place) => {
    const { sent, run } = readDraft(port);
    // Another run is another matter.
    if (sent && run === port.run) {
      showSent(place, context, sent).catch(console.error);
    } else {
      showForm(place, context);
    }
  };
};
