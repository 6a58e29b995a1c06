// Put into every page before its own scripts, where the driver does not tell what the console says. It only listens.
(() => {
  if (window.__recorded) return;
  const entries = [];
  Object.defineProperty(window, "__recorded", { value: entries });
  const record = (level, message) => entries.push({ level, message: `${message}`, timestamp: Date.now() });
  for (const [name, level] of [["warn", "WARNING"], ["error", "SEVERE"]]) {
    const own = console[name].bind(console);
    console[name] = (...parts) => {
      record(level, parts.map(String).join(" "));
      own(...parts);
    };
  }
  window.addEventListener("error", ({ target, message }) => {
    record("SEVERE", target === window ? message : `${target.src ?? target.href ?? target.localName} does not load`);
  }, true);
  window.addEventListener("unhandledrejection", ({ reason }) => record("SEVERE", `unhandled: ${reason}`));
  window.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    record("SEVERE", `the policy refuses ${blockedURI} by ${effectiveDirective}`);
  }, true);
})();
