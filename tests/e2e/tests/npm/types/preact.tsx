/** @jsxImportSource preact */
import type {} from 'shindan-widget/preact';

export const right = <shindan-widget cta-href="/consultation" class="wide" mode="slider" lang="en" onshindan:complete={({ detail }) => detail.score} />;
// @ts-expect-error: no such mode
export const mode = <shindan-widget mode="modal" />;
// @ts-expect-error: no such thing is told
export const told = <shindan-widget onshindan:cta={({ detail }) => detail.score.toFixed()} />;
