// The widget as a page of its own, for links and for iframes: takes its options from the query. In a frame it tells the
// page around it how tall it is, and nothing else.
import { isOfCampaign } from './identity.js';
import { warn } from './warn.js';

const options = ['pack', 'lang', 'cta-href', 'lead', 'config'];

/**
 * Whether an address to fetch is of this site. Anybody can write a link to this page: settings or questions from elsewhere
 * would have it ask in the site's name, and send leads where the link's writer likes.
 * @param {string} address
 */
const isOwn = (address) => {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    return false;
  }
};

const widget = /** @type {(HTMLElement & { pageAround?: object }) | null} */ (document.querySelector('shindan-widget'));
for (const [name, value] of new URLSearchParams(location.search)) {
  if (/^(config|pack)$/.test(name) && !isOwn(value)) {
    warn(`option "${name}" in the address names another site, so it has no effect: put that file on ${location.origin}`);
  } else if (options.includes(name)) {
    widget?.setAttribute(name, value);
  } else if (name !== 'shindan-draft' && !isOfCampaign(name)) {
    warn(`option "${name}" in the address is not known, so it has no effect: write one of ${options.join(', ')}`);
  }
}

if (parent !== window) {
  const { documentElement: page, head } = document;
  page.className = 'framed';
  const postHeight = () => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    // To whoever frames it: a height is no secret.
    parent.postMessage({ type: 'shindan:height', version: 1, height }, '*');
  };
  new ResizeObserver(postHeight).observe(page);
  // The page around it may have begun to listen only now (www/frame.js).
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === 'shindan:measure') {
      postHeight();
    } else if (source === parent && data?.type === 'shindan:page') {
      // What a lead says of where its respondent came from: see src/browser/lead/visit.rs.
      Object.assign(widget ?? {}, { pageAround: data });
    }
  });
  // A link followed within the frame would show the consultation in the place of the result.
  head.append(Object.assign(document.createElement('base'), { target: '_blank' }));
}
