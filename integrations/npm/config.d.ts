// The nested settings: the JSON child of the element, or the file of its attribute `config`.

import type { ShindanLevel } from './element.js';

/** An input of the contact form. */
export type ShindanField = 'company' | 'last_name' | 'first_name' | 'email' | 'phone' | 'title' | 'size' | 'message';

/** What a receiver's fields are filled with, and texts that are the same in every lead. */
interface Fields {
  /** The receiver's fields, and what fills each; `max` is the most characters that the receiver keeps. */
  fields?: Record<string, string | { from: string; max?: number }>;
  constants?: Record<string, string>;
  disclosure?: ShindanDisclosure;
}

/** What only the owner knows of a recipient, for the table of what is sent to whom. The widget does not use it. */
export interface ShindanDisclosure {
  /** The formal name. */
  recipient?: string;
  country?: string;
  /** What protects the data there. */
  measures?: string;
  purpose?: string;
}

/** Where leads go. */
export type ShindanDestination = Fields &
  (
    | { type: 'hubspot' | 'salesforce' | 'zoho' | 'espocrm' | 'webhook-json' | 'webhook-simple' | 'form' | 'mail'; url: string }
    | { type: 'copy' | 'data-layer' }
  );

/** An arm of a comparison, and what it changes. */
export interface ShindanVariant {
  id: string;
  /** How often it is drawn beside the others; 1 unless set. */
  weight?: number;
  /** Another diagnosis: a built-in id, or an address. */
  pack?: string;
  cta?: { label?: Partial<Record<ShindanLevel, string>> };
  lead?: { placement?: 'after' | 'before' | 'off' };
}

/** Every key is optional. */
export interface ShindanConfig {
  cta?: {
    href?: string;
    /** The words of the link, by level. */
    label?: Partial<Record<ShindanLevel, string>>;
    /** Whether the link names the level and the rules behind it. */
    context?: boolean;
    /** Whether the link carries the campaign parameters that the visitor came with. */
    campaign?: boolean;
    /** The page of a booking service, which goes before `href`. */
    booking?: {
      /** `https:` */
      href: string;
      /** Whether a click shows it in a frame in the place of the result. */
      frame?: boolean;
      /** The heading above the frame. */
      title?: string;
      disclosure?: ShindanDisclosure;
    };
  };
  lead?: {
    placement?: 'after' | 'before' | 'off';
    fields?: ShindanField[];
    required?: ShindanField[];
    /** What the data are used for. */
    purpose?: string;
    privacy_href?: string;
    privacy_version?: string;
    /** With it there is a box for mail; `sender` is the formal name. */
    marketing?: { sender: string; text?: string };
    /** Whom to ask, and after how many days. */
    contact?: { tel?: string; mail?: string; days?: number };
    /** With `before`: the result may be seen without the form. */
    skip?: boolean;
    /** Seconds after which a tablet at a stand goes back to the start. */
    kiosk?: number;
    destinations?: ShindanDestination[];
  };
  /** The first day on which it may be begun, such as `2026-12-01`. */
  from?: string;
  /** The last one. */
  until?: string;
  /** The arms of a comparison: two or more. */
  variants?: ShindanVariant[];
  theme?: {
    accent?: string;
    on_accent?: string;
    surface?: string;
    text?: string;
    radius?: string;
    font?: string;
  };
  /** The address of a file in the format `benchmark/v1`, beside whose numbers a result is shown. */
  benchmark?: string;
  /** How a panel is opened. */
  open?: {
    button?: string | false;
    title?: string;
    /** Whole seconds. */
    delay?: number;
    exit?: boolean;
    again_days?: number;
  };
}
