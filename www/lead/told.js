// What the respondent is told of a lead that was handed over, and what they can do about it: keep a copy, call or write,
// send it again, delete it. It says no more than is known.

/* global LEAD_WORDS */
import { button, el } from './dom.js';
import { labelOf } from './fields.js';
import { json } from './json.js';

/**
 * By state what is said, and what can be done, as words. The best comes first: of several destinations the one that went
 * best counts; the others are the owner's to mend.
 */
const states = {
  delivered: [LEAD_WORDS.delivered, ''],
  accepted: [LEAD_WORDS.delivered, ''],
  sending: [LEAD_WORDS.sending, 'wait'],
  queued: [LEAD_WORDS.sending, 'wait'],
  retry_wait: [LEAD_WORDS.retry, 'wait again hand-on'],
  sent_unconfirmed: [LEAD_WORDS.unconfirmed, 'again hand-on'],
  rejected: [LEAD_WORDS.rejected, 'wait correct hand-on'],
  action_required: [LEAD_WORDS.failed, 'wait again hand-on'],
  expired: [LEAD_WORDS.expired, 'wait again hand-on'],
  kept: [LEAD_WORDS.kept, 'wait hand-on'],
  removed: [LEAD_WORDS.removed, 'renew'],
};

/** Copies; where the clipboard is blocked, the text is there to be copied by hand. */
const copy = async (say, status, text) => {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = say(LEAD_WORDS.copied);
  } catch {
    const field = el('textarea', { readonly: true, rows: 6, 'aria-label': say(LEAD_WORDS.by_hand) });
    field.value = text;
    status.replaceChildren(field);
    field.select();
  }
};

/** Ways out that need no network of ours. */
const waysOut = ({ say, settings: { mail, tel } }, outbox, lead, status) => {
  const link = (href, text) => el('a', { href, class: 'way' }, text);
  return [
    button(say(LEAD_WORDS.copy), () => copy(say, status, outbox.copy_text(json(lead)))),
    mail && link(outbox.mail_href(mail, json(lead)), say(LEAD_WORDS.mail)),
    tel && link(`tel:${tel.replace(/[^\d+]/g, '')}`, say(LEAD_WORDS.call, { tel })),
  ];
};

/** Words with what stands in braces filled in; `amiss` are the names of inputs. */
const worded = ({ say, settings: { days, tel, mail } }, line, amiss, isLost) =>
  say(line, {
    stored: isLost ? '' : say(LEAD_WORDS.stored),
    days,
    contact: tel || mail?.split(/[:?]/)[1] || say(LEAD_WORDS.anyone),
    fields: (amiss.length > 0 ? amiss : ['']).map((name) => labelOf(name, say)).join(say(LEAD_WORDS.comma)),
  });

/** The panel of a lead. */
export class Told {
  #context;
  #outbox;
  #lead;
  #back;
  /** By destination: `{ state, parts }`. */
  #ways = new Map();
  #shown;
  #text = el('p', { role: 'status', tabindex: '-1' });
  #nav = el('div', { class: 'nav' });
  #status = el('p', { role: 'status' });

  /** `back(names)` leads to the form, where these inputs are to be mended; `back()` to an empty one. */
  constructor(context, outbox, lead, back) {
    this.#context = context;
    this.#outbox = outbox;
    this.#lead = lead;
    this.#back = back;
    const id = lead.lead_id;
    // A number that a person can say on the phone.
    const number = el('strong', { part: 'receipt', 'data-lead': id }, `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase());
    const reference = el('p', {}, context.say(LEAD_WORDS.reference), ' ', number);
    this.node = el('div', { class: 'told' }, this.#text, reference, this.#nav, this.#status);
  }

  focus() {
    this.#text.focus();
  }

  /** Takes up news of one destination, `{ to, state, code, parts }`; what `isKnown` is told to nobody else. */
  tell({ to, state, code, parts = [] }, isKnown) {
    const { port } = this.#context;
    this.#ways.set(to, { state, parts });
    const ways = [...this.#ways.values()];
    const best = Object.keys(states).find((state) => ways.some((way) => way.state === state));
    if (best !== this.#shown) {
      this.#shown = best;
      this.#show(best, ways.flatMap(({ parts }) => parts).map((part) => part.split('.').pop()));
      if (!isKnown) {
        port.emit('lead', { lead_id: this.#lead.lead_id, state: best === 'kept' ? 'queued' : best });
      }
    }
    if (code && !isKnown) {
      const help = `a lead cannot be sent to ${to} (${code}): check that destination in lead.destinations`;
      console.error(`<shindan-widget> lead: ${help}`);
      port.emit('error', { code, help });
    }
  }

  #show(state, amiss) {
    const { say } = this.#context;
    const [line, can] = states[state];
    const isLost = !this.#outbox.is_durable && /wait/.test(can);
    this.#text.textContent = worded(this.#context, line, amiss, isLost) + (isLost ? ` ${say(LEAD_WORDS.volatile)}` : '');
    this.#status.textContent = '';
    this.#nav.replaceChildren(...this.#actions(can, amiss, isLost).filter(Boolean));
  }

  #actions(can, amiss, isLost) {
    const { say } = this.#context;
    // After a while the data is gone, and the number alone is left.
    const isHere = this.#lead.contact && (isLost || /hand/.test(can));
    return [
      isHere && /correct/.test(can) && button(say(LEAD_WORDS.correct), () => this.#back(amiss)),
      /again/.test(can) && button(say(LEAD_WORDS.again), () => this.#again()),
      ...(isHere ? [...waysOut(this.#context, this.#outbox, this.#lead, this.#status), button(say(LEAD_WORDS.remove), () => this.#remove())] : []),
      /renew/.test(can) && button(say(LEAD_WORDS.heading), () => this.#back()),
    ];
  }

  #again() {
    // The button goes, and would take the focus along.
    this.focus();
    this.#outbox.retry(this.#lead.lead_id);
  }

  async #remove() {
    await this.#outbox.remove(this.#lead.lead_id);
    this.#ways.clear();
    this.tell({ state: 'removed' });
    this.focus();
  }
}
