// A result to take along, a wasm of its own (crates/takeaway): for who asks for its QR code or its picture.

/* global TAKEAWAY_WASM_FILE */
import init, { save_picture, show_qr } from 'shindan-takeaway-glue';
import { url } from './pinned.js';
import { once, request } from './request.js';

/** @type {(file: string) => Promise<unknown>} */
const start = once(async (file) => init({ module_or_path: await request(url(file), 'takeaway') }));

/**
 * Draws the QR code of `link` into `place`. Resolves to whether that could be done.
 * @param {Element} place
 * @param {string} link
 */
export const showQr = async (place, link) => {
  await start(TAKEAWAY_WASM_FILE);
  return show_qr(place, link);
};

/**
 * Saves a picture of the result in `view`. Resolves to whether the browser has got it.
 * @param {Element} view
 * @param {string} lang
 */
export const savePicture = async (view, lang) => {
  await start(TAKEAWAY_WASM_FILE);
  return save_picture(view, lang);
};
