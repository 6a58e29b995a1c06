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
