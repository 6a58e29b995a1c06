// Fetching, with words for the site owner when it fails. For all widgets of a page, each file is fetched once.

/* global WASM_FILE, PACK_FILES, RUNTIME_FILE */

const base = new URL('.', import.meta.url);

/** A failure whose `code` and `help` tell the site owner what to mend. */
export class LoadError extends Error {
  constructor(code, help) {
    super(help);
    this.code = code;
    this.help = help;
  }
}

// The empty module: eight bytes that tell, before anything is downloaded, whether wasm may run here.
const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Throws where wasm cannot run. */
const checkWasm = () => {
  if (typeof WebAssembly !== 'object') {
    throw new LoadError('no-wasm', 'this browser has no WebAssembly, or it is switched off');
  }
  try {
    new WebAssembly.Module(empty);
  } catch {
    throw new LoadError(
      'csp-wasm',
      "the Content-Security-Policy blocks WebAssembly in script-src: add 'wasm-unsafe-eval' to script-src",
    );
  }
};

/** Fetches, and where that fails names the blocked directive, the status, or the address. */
export const request = async (url, code) => {
  let blocked;
  const note = (event) => {
    blocked ??= event.effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    const response = await fetch(url);
    if (!response.ok) {
      throw new LoadError(code, `${url} answered ${response.status}: upload the file again, or correct the address`);
    }
    return response;
  } catch (error) {
    if (error instanceof LoadError) {
      throw error;
    }
    // The report of a blocked request arrives as a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    throw blocked
      ? new LoadError('csp', `the Content-Security-Policy blocks ${url} in ${blocked}: add ${new URL(url).origin} to ${blocked}`)
      : new LoadError(code, `${url} cannot be reached: check the address, the network and the CORS headers`);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};

const once = (load) => {
  const promises = new Map();
  return (key) => {
    if (!promises.has(key)) {
      const promise = load(key);
      promises.set(key, promise);
      // A failure is not remembered, so that a later widget tries again.
      promise.catch(() => promises.delete(key));
    }
    return promises.get(key);
  };
};

const url = (file) => new URL(file, base).href;

const fetchPack = once(async (file) => (await request(url(file), 'pack')).text());

/** The ids of the built-in packs, the default first. */
export const packIds = [...new Set(Object.keys(PACK_FILES).map((name) => name.split('.')[0]))];

/** Resolves to the packed form of a built-in pack in `language`, or in Japanese. */
export const loadPack = (id, language) => fetchPack(PACK_FILES[`${id}.${language}`] ?? PACK_FILES[`${id}.ja`]);

/** Resolves to the module www/runtime.js with its wasm started. */
export const loadRuntime = once(async () => {
  checkWasm();
  // Both at once; a wasm that fails first is told when the module is there.
  const wasm = request(url(WASM_FILE), 'wasm');
  wasm.catch(() => {});
  const runtime = await import(url(RUNTIME_FILE)).catch((error) => {
    throw new LoadError('runtime', `${RUNTIME_FILE} cannot be loaded (${error}): upload it again, and let script-src allow its address`);
  });
  const response = await wasm;
  try {
    await runtime.init({ module_or_path: response });
  } catch (error) {
    throw new LoadError('wasm', `${WASM_FILE} is broken or incomplete (${error}): upload it again as application/wasm`);
  }
  return runtime;
});
