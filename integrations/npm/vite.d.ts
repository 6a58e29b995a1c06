import type { Plugin } from 'vite';

/** Where the files go. */
export interface Options {
  /** The folder below Vite's `base`; `shindan` without it. */
  folder?: string;
}

/** The plugin for Vite: serves and builds the files of the widget, and tells the entry where they are. */
export default function shindan(options?: Options): Plugin;
