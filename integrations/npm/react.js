// A thin React component: attributes, settings and events of <shindan-widget> as props. It renders on a server as well.

import { createElement, forwardRef, useEffect, useRef } from 'react';
import { register } from './register.js';

/** The attributes by the names of the props. */
const attributes = {
  pack: 'pack',
  lang: 'lang',
  ctaHref: 'cta-href',
  mode: 'mode',
  lead: 'lead',
  configHref: 'config',
  dataLayer: 'data-layer',
  dataConsent: 'data-consent',
};

/** The events by the names of the props; `shindan:ready` may be over before anybody can listen here. */
const events = {
  onView: 'shindan:view',
  onVariant: 'shindan:variant',
  onStart: 'shindan:start',
  onAnswer: 'shindan:answer',
  onComplete: 'shindan:complete',
  onCta: 'shindan:cta',
  onLead: 'shindan:lead',
  onOpen: 'shindan:open',
  onClose: 'shindan:close',
  onError: 'shindan:error',
};

/** Settings as a JSON child, in which nothing is markup. */
const settings = (config) =>
  createElement('script', {
    key: 'config',
    type: 'application/json',
    dangerouslySetInnerHTML: { __html: JSON.stringify(config).replace(/</g, '\\u003c') },
  });

export const ShindanWidget = forwardRef(function ShindanWidget({ base, config, children, ...props }, ref) {
  const element = useRef(null);
  const listenersRef = useRef({});
  const rest = {};
  const listeners = {};
  for (const [name, value] of Object.entries(props)) {
    if (events[name]) {
      listeners[events[name]] = value;
    } else if (name === 'dataLayer') {
      rest['data-layer'] = value === true ? '' : value || undefined;
    } else if (name === 'className') {
      rest.class = value;
    } else {
      rest[attributes[name] ?? name] = value;
    }
  }
  listenersRef.current = listeners;

  // Effects run from the inside out, so the listeners are there before the element is upgraded.
  useEffect(() => {
    const dispatch = (event) => listenersRef.current[event.type]?.(event);
    const names = Object.values(events);
    const host = element.current;
    names.forEach((name) => host.addEventListener(name, dispatch));
    register(base === undefined ? {} : { base }).catch((error) => console.error(`<shindan-widget> ${error}`));
    return () => names.forEach((name) => host.removeEventListener(name, dispatch));
  }, [base]);

  const keep = (host) => {
    element.current = host;
    if (typeof ref === 'function') {
      ref(host);
    } else if (ref) {
      ref.current = host;
    }
  };
  return createElement('shindan-widget', { ...rest, ref: keep }, config === undefined ? undefined : settings(config), children);
});
