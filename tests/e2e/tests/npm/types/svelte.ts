import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'shindan-widget/svelte';

type Props = SvelteHTMLElements['shindan-widget'];
export const right: Props = { 'cta-href': '/consultation', class: 'wide', 'onshindan:complete': ({ detail }) => detail.score };
// @ts-expect-error: no such mode
export const mode: Props = { mode: 'modal' };
