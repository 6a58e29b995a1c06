// The pass-phrase that keeps casual eyes out: a salted hash of it, and nothing else, lies in localStorage. It encrypts
// nothing; www/leads/lock_panel.js says so.

const key = 'shindan-console:lock';
/** Rounds of PBKDF2 with SHA-256, as OWASP recommends them. */
const rounds = 600_000;
/** Shortest phrase, in characters. */
export const shortest = 6;
/** The page locks itself after so many milliseconds without a touch. */
export const idle = 5 * 60_000;

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));

const hashOf = async (phrase, salt, iterations) => {
  const bytes = new TextEncoder().encode(phrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  return hex(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256));
};

const stored = () => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

/** Whether this browser can do it: not without https, nor where storage is blocked. */
export const isPossible = () => {
  try {
    return Boolean(crypto.subtle && localStorage);
  } catch {
    return false;
  }
};

/** Whether there is a pass-phrase. */
export const isSet = () => typeof stored()?.hash === 'string';

/** Sets the pass-phrase. Rejects where it cannot be kept. */
export const set = async (phrase) => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await hashOf(phrase, salt, rounds);
  localStorage.setItem(key, JSON.stringify({ salt: hex(salt), rounds, hash }));
};

/** Takes the pass-phrase away. */
export const remove = () => localStorage.removeItem(key);

/** Whether this is the pass-phrase. */
export const isRight = async (phrase) => {
  const { salt, rounds: iterations, hash } = stored();
  return (await hashOf(phrase, unhex(salt), iterations)) === hash;
};

/** Calls `lock` once nobody has touched the page for `idle`; a device that slept counts the time. Answers what ends it. */
export const watch = (lock) => {
  let last = Date.now();
  let timer;
  const check = () => {
    const rest = last + idle - Date.now();
    clearTimeout(timer);
    if (rest <= 0) {
      end();
      lock();
    } else {
      timer = setTimeout(check, Math.max(rest, 1000));
    }
  };
  const touched = () => {
    // A touch after the time comes too late.
    if (Date.now() - last < idle) {
      last = Date.now();
    } else {
      check();
    }
  };
  const names = ['pointerdown', 'keydown', 'input', 'wheel'];
  const end = () => {
    clearTimeout(timer);
    names.forEach((name) => removeEventListener(name, touched, true));
    document.removeEventListener('visibilitychange', check);
  };
  names.forEach((name) => addEventListener(name, touched, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', check);
  check();
  return end;
};
