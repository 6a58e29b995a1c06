// What the site owner wrote about destinations, as the outbox takes it.

const line = (text) => String(text ?? '').replace(/\s+/g, ' ').trim();

const pairs = (object) => Object.entries(object ?? {}).map(([name, text]) => [line(name), line(text)]);

/** `config.lead.destinations` as a list of `DestinationSettings` (crates/leads), one for each, also for what is none. */
export const readDestinations = (list) =>
  (Array.isArray(list) ? list : []).map((destination) => {
    const { type, url, fields, constants, public: isPublic } = destination ?? {};
    return {
      kind: line(type),
      url: line(url),
      fields: pairs(fields).map(([name, part]) => [name, part.replace('utm.utm_', 'utm.')]),
      constants: pairs(constants),
      is_public: isPublic === true,
    };
  });

/**
 * What becomes of a lead: `sent`, kept `on_device`, or `unusable` where the owner wrote destinations and none can be used,
 * with the reasons. `sendsItself` is the wasm's (src/embed/destinations.rs).
 */
export const deliveryOf = (destinations, sendsItself) => {
  const reasons = [];
  const uses = destinations.map(({ kind, url, fields, constants, is_public }, i) => {
    try {
      return sendsItself(kind, url, fields.flat(), constants.flat(), is_public);
    } catch (reason) {
      reasons.push(`configuration lead.destinations[${i}].${reason}`);
      return undefined;
    }
  });
  if (uses.includes(true)) {
    return { delivery: 'sent', reasons: [] };
  }
  const isUnusable = reasons.length > 0 && !uses.includes(false);
  return { delivery: isUnusable ? 'unusable' : 'on_device', reasons: isUnusable ? reasons : [] };
};
