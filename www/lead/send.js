// Sends one request and says what came of it, in the words of the core's `outcome`. Knows no receiver and no state.
import { ordered, request } from './encode.js';

/** How long a request may take, in milliseconds. */
const timeout = 15_000;
/** A body up to this many bytes outlives its page; browsers allow all of them together twice as many. */
const most = 32_768;

/** A signal that aborts after so many milliseconds, and `stop()`, which has it not. */
export const after = (time) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), time);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
};

/** What `Retry-After` asks for in seconds, as text; empty if it asks for nothing sensible. */
const asked = (header) => {
  const text = header ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (/ GMT$/.test(text) ? Date.parse(text) - Date.now() : NaN) / 1000;
  return seconds >= 0 ? Math.min(Math.ceil(seconds), 1e9) : '';
};

/** Sends; resolves to the reply in the core's words. */
const reply = async (url, options) => {
  const { signal, stop } = after(timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'origin',
      keepalive: new Blob([options.body instanceof FormData ? [...options.body].join() : options.body]).size <= most,
      ...options,
      signal,
    });
    if (response.type === 'opaque') {
      return 'opaque';
    }
    // A reply that breaks off is none.
    const text = await response.text();
    return `${response.status} ${asked(response.headers.get('retry-after'))}\n${text.slice(0, 4096)}`;
  } catch {
    return signal.aborted ? 'timeout' : navigator.onLine === false ? 'offline' : 'failed';
  } finally {
    stop();
  }
};

/** Brings `lead` to `destination` in this try, and resolves to the core's `outcome`. Never rejects. */
export const send = async (leads, destination, lead, attempt) => {
  const url = destination.split('\n')[1];
  let isBlocked;
  const note = ({ blockedURI }) => {
    isBlocked ||= Boolean(blockedURI) && url.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', note);
  const heard = await reply(url, request(ordered(leads, destination, lead, attempt)));
  // The report of a blocked request arrives as a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', note);
  return isBlocked ? 'config csp_connect_src' : leads('outcome', destination, heard);
};
