// In React 18 and 19 alike.
import { createRef } from 'react';
import type { ShindanWidgetElement } from 'shindan-widget';
import { ShindanWidget } from 'shindan-widget/react';

const ref = createRef<ShindanWidgetElement>();
export const right = (
  <>
    <ShindanWidget ref={ref} mode="popup" className="wide" onComplete={({ detail }) => detail.caps.length} config={{ theme: { accent: '#0b6' } }}>
      <p>診断</p>
    </ShindanWidget>
    <shindan-widget cta-href="/consultation" pack="executive" mode="side-tab" lead="before" id="diagnosis" data-layer="" />
  </>
);
// @ts-expect-error: no such mode
export const mode = <ShindanWidget mode="modal" />;
// @ts-expect-error: settings are an object
export const config = <ShindanWidget config="/settings.json" />;
// @ts-expect-error: a listener for something else
export const listener = <ShindanWidget onCta={(score: number) => score} />;
// @ts-expect-error: no such place
export const place = <shindan-widget lead="above" />;
