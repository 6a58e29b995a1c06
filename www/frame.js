// For pages that show the widget in an iframe: gives each such frame the height that it tells. It stands beside the page
// in the frame (www/page.js), and listens to no other.

const site = new URL('./', import.meta.url);

/** In CSS pixels. No result is as tall, at any width and with any text. */
const tallest = 30_000;

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(site.href));

const isHeight = (data) =>
  data?.type === 'shindan:height' && data.version === 1 && Number.isFinite(data.height) && data.height > 0 && data.height <= tallest;

addEventListener('message', ({ data, origin, source }) => {
  const frame = origin === site.origin && isHeight(data) && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) {
    frame.style.height = `${Math.ceil(data.height)}px`;
  }
});

// Frames that have told theirs already tell it once more.
for (const { contentWindow } of frames()) {
  contentWindow?.postMessage({ type: 'shindan:measure', version: 1 }, '*');
}
