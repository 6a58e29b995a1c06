// What the build gives to scripts (xtask/src/bundle/esbuild.rs), for tests: small files of their own.

const parts = {
  'shindan-here': './here.js',
  'shindan-questionnaire': './questionnaire.js',
};

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, nextResolve) =>
  specifier in parts
    ? { url: new URL(parts[specifier], import.meta.url).href, shortCircuit: true }
    : nextResolve(specifier, context);
