// For pages that show the widget in an iframe: sets the height of each such frame to the one that it reports, and tells
// it about the surrounding page. Its counterpart is the page in the frame (www/page.js); it listens to no other.
import { here } from 'shindan-here';
import { isOfCampaign } from './identity.js';
import { warn } from './warn.js';

const scripts = /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[src$="/frame.js"]'));
/** The folders of this script: its actual one, and the one that the page names, which a redirection may change. */
const folders = [here(), ...[...scripts].map(({ src }) => src)].map((address) => new URL('./', address).href);

/** Maximum height in CSS pixels. No result is as tall, at any width and with any text. */
const tallest = 30_000;

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => folders.some((folder) => src.startsWith(folder)));

/** @param {any} data The data of any message to the page. */
const isHeight = (data) =>
  data?.type === 'shindan:height' && data.version === 1 && Number.isFinite(data.height) && data.height > 0 && data.height <= tallest;

/** The origin of the first message from the page in each frame. Messages from other origins are ignored later. */
const origins = new WeakMap();

/** This page, with an address from which all parameters except those of campaigns are removed. */
const page = () => {
  const { origin, pathname, search } = location;
  const pairs = search.slice(1).split('&').filter((pair) => isOfCampaign(pair.split('=')[0]));
  return { href: `${origin}${pathname}?${pairs.join('&')}`, title: document.title, referrer: document.referrer };
};

addEventListener('message', ({ data, origin, source }) => {
  const frame = isHeight(data) && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && !origins.has(frame)) {
    origins.set(frame, origin);
    const { origin: meant } = new URL(frame.src);
    if (origin !== meant) {
      warn(`the frame ${frame.src} is answered by ${origin}, to which ${meant} leads on: write that address in src`);
    }
    const target = { targetOrigin: origin === 'null' ? '*' : origin };
    source?.postMessage({ type: 'shindan:page', version: 1, ...page() }, target);
  }
  if (frame && origins.get(frame) === origin) {
    frame.style.height = `${Math.ceil(data.height)}px`;
  }
});

// Frames that have reported their height already are asked to report it again.
for (const { contentWindow } of frames()) {
  contentWindow?.postMessage({ type: 'shindan:measure', version: 1 }, '*');
}
