// For pages that show the widget in an iframe: gives each such frame the height that it tells, and tells it what page stands
// around it. It stands beside the page in the frame (www/page.js), and listens to no other.
import { here } from 'shindan-here';
import { isOfCampaign } from './identity.js';
import { warn } from './warn.js';

const scripts = /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[src$="/frame.js"]'));
/** The folders of this script: where it is, and where the page says that it is, which may lead elsewhere. */
const folders = [here, ...[...scripts].map(({ src }) => src)].map((address) => new URL('./', address).href);

/** In CSS pixels. No result is as tall, at any width and with any text. */
const tallest = 30_000;

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => folders.some((folder) => src.startsWith(folder)));

/** @param {any} data Whatever a page has posted. */
const isHeight = (data) =>
  data?.type === 'shindan:height' && data.version === 1 && Number.isFinite(data.height) && data.height > 0 && data.height <= tallest;

/** By frame: where the page in it has first answered from. Whatever it is led to later is a stranger. */
const origins = new WeakMap();

/**
 * Whether what a frame says comes from where it has answered first.
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
const isKnown = (frame, origin) => {
  if (!origins.has(frame)) {
    origins.set(frame, origin);
    const { origin: meant } = new URL(frame.src);
    if (origin !== meant) {
      warn(`the frame ${frame.src} is answered by ${origin}, to which ${meant} leads on: write that address in src`);
    }
  }
  return origins.get(frame) === origin;
};

/** This page, without what in its address is nobody's business: of its parameters only those of campaigns are left. */
const page = () => {
  const { origin, pathname, search } = location;
  const pairs = search.slice(1).split('&').filter((pair) => isOfCampaign(pair.split('=')[0]));
  return { href: `${origin}${pathname}?${pairs.join('&')}`, title: document.title, referrer: document.referrer };
};

const notified = new WeakSet();

addEventListener('message', ({ data, origin, source }) => {
  const frame = isHeight(data) && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && isKnown(frame, origin)) {
    frame.style.height = `${Math.ceil(data.height)}px`;
    if (!notified.has(frame)) {
      notified.add(frame);
      const target = { targetOrigin: origin === 'null' ? '*' : origin };
      source?.postMessage({ type: 'shindan:page', version: 1, ...page() }, target);
    }
  }
});

// Frames that have told theirs already tell it once more.
for (const { contentWindow } of frames()) {
  contentWindow?.postMessage({ type: 'shindan:measure', version: 1 }, '*');
}
