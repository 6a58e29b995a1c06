// Default texts around the widget, where the owner sets none.

/** @typedef {{ button: string, title: string, close: string }} Words */

/** @type {{ ja: Words, [lang: string]: Words | undefined }} */
export const words = {
  ja: { button: '診断をはじめる', title: '自己診断', close: '閉じる' },
  en: { button: 'Start the self-check', title: 'Self-check', close: 'Close' },
};
