// Fetching, with words for the site owner when it fails.

/** A failure whose `code` and `help` tell the site owner what to mend. */
export class LoadError extends Error {
  constructor(code, help) {
    super(help);
    this.code = code;
    this.help = help;
  }
}

/** The address of a file beside the loader. */
export const url = (file) => new URL(file, import.meta.url).href;

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

/** `load` by key, each key once; a failure is not remembered, so that a later widget tries again. */
export const once = (load) => {
  const promises = new Map();
  return (key, ...rest) => {
    if (!promises.has(key)) {
      const promise = load(key, ...rest);
      promises.set(key, promise);
      promise.catch(() => promises.delete(key));
    }
    return promises.get(key);
  };
};

/** The module in a file beside the loader. */
export const loadModule = (file, code) =>
  import(url(file)).catch((error) => {
    throw new LoadError(code, `${file} cannot be loaded (${error}): upload it again, and let script-src allow its address`);
  });

/** The text of a file beside the loader. */
export const loadText = once(async (file) => (await request(url(file), 'pack')).text());
