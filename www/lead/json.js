/** As JSON, each value as it is, whatever a host page has taught it to become: an old Prototype.js makes texts of lists. */
export const json = (value) =>
  JSON.stringify(value, function (name) {
    return this[name];
  });
