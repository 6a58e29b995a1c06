// Default texts around the widget, where the owner sets none.

/** @typedef {{ button: string, title: string, close: string }} ModeMessages */

/** @type {{ ja: ModeMessages, [lang: string]: ModeMessages | undefined }} */
export const messages = {
  ja: { button: '診断をはじめる', title: '自己診断', close: '閉じる' },
  en: { button: 'Start the self-check', title: 'Self-check', close: 'Close' },
};
