// What the site owner set for the lead form. Broken values become the default, with a warning that says how to mend them.

import { oneLine, safeHref } from '../link.js';
import { known } from '../settings.js';
import { warn } from '../warn.js';

/** The names of all inputs. */
const names = ['company', 'last_name', 'first_name', 'email', 'phone', 'title', 'size', 'message'];

const keys = ['placement', 'fields', 'required', 'purpose', 'privacy_href', 'privacy_version', 'marketing', 'contact', 'skip', 'kiosk', 'destinations'];

/** What a receiver drops a lead without. */
const needs = { salesforce: ['last_name', 'company'], zoho: ['last_name'] };

/** Takes up `config.lead`, as src/browser/lead/settings.rs expects it. */
export const readLead = (lead, lang) => {
  const inputs = (key) => {
    const given = [lead[key] ?? []].flat();
    const odd = given.filter((name) => !names.includes(name));
    if (odd.length > 0) {
      warn(`configuration lead.${key}: "${odd.join('", "')}" is no field: write a list of some of ${names.join(', ')}`);
    }
    return given.filter((name) => names.includes(name));
  };
  known(lead, keys, 'lead.');
  const destinations = [lead.destinations ?? []].flat();
  const needed = ['email', ...destinations.flatMap((to) => needs[to?.type] ?? []), ...inputs('required')];
  const asked = inputs('fields');
  const own = lang === 'ja' ? ['last_name', 'first_name'] : ['first_name', 'last_name'];
  const usual = ['company', ...own, 'email', 'phone', 'message'];
  const { marketing, contact, privacy_href: href } = lead;
  const policy = /^\s*(mailto|tel):/i.test(href) ? undefined : safeHref(href);
  if (href && !policy) {
    warn('configuration lead.privacy_href is no link to follow, so it is left out: begin it with https:// or /');
  }
  const sender = oneLine(marketing?.sender);
  if (marketing && !sender) {
    warn('configuration lead.marketing.sender is missing, so that consent is not asked for: add your formal name');
  }
  const address = contact?.mail ? `mailto:${oneLine(contact.mail).replace('mailto:', '')}` : destinations.find((to) => to?.type === 'mail')?.url;
  return {
    // An input that must be filled in must be there.
    fields: [...new Set([...(asked.length > 0 ? asked : usual), ...needed])],
    needed,
    purpose: oneLine(lead.purpose),
    policy,
    version: oneLine(lead.privacy_version),
    sender,
    marketing: oneLine(marketing?.text),
    tel: oneLine(contact?.tel),
    mail: safeHref(address),
    days: contact?.days > 0 ? contact.days : 3,
    skip: lead.skip === true,
    kiosk: lead.kiosk > 0 ? lead.kiosk : 0,
  };
};
