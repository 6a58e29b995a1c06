// What only the wasm asks of a port: the methods of src/browser/port.rs that www/port.js has not. No method throws.

const services = {
  /** The run so far, with the result that is kept on the device, if any. */
  load() {
    const kept = this.entry('localStorage');
    const earlier = /(^|&)\.(earlier|open|shown)=/.test(this.run) ? '' : '&.earlier=' + kept;
    return kept ? '.kept=1&' + this.run + earlier : this.run;
  },

  /** Keeps a result on the device; an empty text forgets it. Answers whether that could be done. */
  keep(code) {
    return this.entry('localStorage', code) === true;
  },

  /** Leads to a link's result once more when it stands, for which there may have been no room before. */
  leadOn() {
    if (this.led === scrollY) {
      this.lead();
    }
    this.led = undefined;
  },

  /** A day, counted from 1970-01-01, in the words of the widget's language. */
  date(day) {
    return new Date(day * 864e5).toLocaleDateString(this.view().lang, { dateStyle: 'long', timeZone: 'UTC' });
  },

  /** Whether the widget's language speaks of so many as of one. */
  is_one(n) {
    return new Intl.PluralRules(this.view().lang).select(n) === 'one';
  },

  start() {
    this.emit('start');
  },

  answer(question, index, total) {
    this.emit('answer', { question, index, total });
    // One more, and the result is there.
    if (index + 1 >= total) {
      this.nearEnd();
    }
  },

  complete(pack, version, content_hash, score, level, caps) {
    this.emit('complete', { pack, version, content_hash, score, level, caps: JSON.parse(caps) });
  },
};

/** The port, fit for the wasm; `nearEnd` is called when the result comes near, `shown` when the wasm has rendered. */
export const equip = (port, nearEnd, shown) => Object.assign(port, services, { nearEnd, shown });
