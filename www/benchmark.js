// A result beside those of others, a wasm of its own (crates/benchmark-view): where the owner names a benchmark.

/* global BENCHMARK_WASM_FILE */
import styles from 'shindan-benchmark-css';
import init, { show_benchmark } from 'shindan-benchmark-glue';
import { url } from './pinned.js';
import { once, request } from './request.js';
import { adopt } from './styles.js';
import { warn } from './warn.js';

/** @type {(file: string) => Promise<unknown>} */
const start = once(async (file) => init({ module_or_path: await request(url(file), 'benchmark') }));

/** @type {(address: string) => Promise<string>} */
const textAt = once(async (address) => (await request(address, 'benchmark')).text());

/**
 * Shows the result in `view` beside the others of the file at `address`, in `place`. A file that is not about the result's
 * version of its pack, or is no benchmark, is told to the owner once, and nothing is shown.
 * @param {Element} view
 * @param {Element} place
 * @param {string} address
 * @param {[pack: string, version: string, run: string, lang: string]} result
 */
export const showBenchmark = async (view, place, address, ...result) => {
  const [json] = await Promise.all([textAt(new URL(address, document.baseURI).href), start(BENCHMARK_WASM_FILE)]);
  adopt(/** @type {ShadowRoot} */ (place.getRootNode()), styles);
  try {
    show_benchmark(view, place, json, ...result);
  } catch (fault) {
    warn(`configuration benchmark: the file ${address} ${fault}`);
  }
};
