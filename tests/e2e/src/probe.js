// Put into every page before its own scripts: writes down what happens, and says what a respondent would see.
// It only looks. Every tap and key comes from outside, through the browser's own input.
(() => {
  if (window.__probe) return;
  const names = ["ready", "view", "variant", "start", "answer", "complete", "cta", "lead", "error", "open", "close"].map((name) => `shindan:${name}`);
  const probe = { events: [], shifts: [], violations: [], presses: [] };
  Object.defineProperty(window, "__probe", { value: probe });

  // Where widgets are looked for; a page's closed shadow root is given to the probe by who made it.
  const places = [document];
  const all = () => places.flatMap((place) => [...place.querySelectorAll("shindan-widget")]);
  // What each widget showed when it came up: the prerendered questionnaire, until the wasm puts its own in its place.
  const firstViews = new WeakMap();
  const viewOf = (host) => host.shadowRoot?.querySelector(".widget");
  const observePlace = (place) => {
    // From inside a closed shadow root all that is heard outside comes from its host.
    place.addEventListener("shindan:ready", ({ target }) => firstViews.set(target, viewOf(target)), true);
    for (const name of names) {
      place.addEventListener(name, (event) => {
        probe.events.push({
          name: event.type,
          detail: JSON.parse(JSON.stringify(event.detail ?? null)),
          widget: all().indexOf(event.composedPath()[0]),
          bubbles: event.bubbles,
          composed: event.composed,
        });
      }, true);
    }
  };
  observePlace(window);
  probe.looksInto = (place) => {
    places.push(place);
    observePlace(place);
  };
  window.addEventListener("securitypolicyviolation", (event) => probe.violations.push(`${event.effectiveDirective} ${event.blockedURI}`), true);
  // When the page handled each input. A busy page does so long after it was made, and the browser counts from then.
  const handled = [];
  for (const name of ["pointerup", "click", "keydown"]) {
    window.addEventListener(name, () => handled.push(performance.now()), true);
  }
  const isAfterInput = ({ hadRecentInput, startTime }) =>
    hadRecentInput || handled.some((time) => startTime >= time && startTime - time < 500);
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const who = entry.sources.map(({ node }) => node?.localName ?? node?.nodeName ?? "?");
        const times = handled.filter((time) => time <= entry.startTime);
        const shift = { value: entry.value, who, milliseconds_after_input: entry.startTime - times.at(-1), question: probe.screen?.(0).question };
        if (!isAfterInput(entry)) probe.shifts.push(shift);
      }
    }).observe({ type: "layout-shift", buffered: true });
  } catch {}

  // What was looked for to be pressed, and whether the next press came to it, or to what has taken its place meanwhile;
  // as yet nothing.
  let aim;
  let struck = null;
  probe.struck = () => (aim ? struck : true);

  // When each click was made, by the clock of the input, in milliseconds.
  probe.clicks = [];
  window.addEventListener("click", ({ timeStamp }) => probe.clicks.push(timeStamp), true);

  // For the message of a journey that fails.
  for (const name of ["pointerdown", "pointerup", "pointercancel", "click", "keydown", "focusin", "focusout"]) {
    window.addEventListener(name, (event) => {
      const target = event.composedPath()[0];
      const at = Math.round(event.timeStamp);
      const live = all().map((_, nth) => probe.live(nth)).join();
      if (name === "pointerdown" && aim) struck = target === aim.hit || !!first(aim.nth, aim.selector)?.contains(target);
      probe.presses.push(`${name} at ${at} ms on ${target.localName} ${target.className} ${target.value ?? ""}, live ${live}`);
    }, true);
  }

  const root = (nth) => all()[nth]?.shadowRoot;
  probe.root = root;
  const seen = (element) => !!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const first = (nth, selector) => [...(root(nth)?.querySelectorAll(selector) ?? [])].find(seen);
  const every = (nth, selector) => [...(root(nth)?.querySelectorAll(selector) ?? [])];
  const text = (element) => element?.innerText?.trim() ?? null;
  const question = (nth) => first(nth, "[part~=question]");

  probe.live = (nth) => {
    const host = all()[nth];
    return !!host && firstViews.has(host) && viewOf(host) !== firstViews.get(host);
  };

  const call = (cta) => ({ text: text(cta), href: cta.getAttribute("href"), element: cta.localName });
  const compared = (section) => {
    const [head, ...rows] = [...section.querySelectorAll("tr")].map((row) => [...row.cells].map(text));
    return { heading: text(section.querySelector("h3")), summary: text(section.querySelector("p")), columns: head.slice(1), rows };
  };

  probe.screen = (nth) => {
    const asked = question(nth);
    const score = first(nth, "[part~=score]");
    const cta = first(nth, "[part~=cta]");
    return {
      question: asked?.dataset.question ?? null,
      legend: text(asked?.querySelector("legend")),
      choices: [...(asked?.querySelectorAll("[part~=choice]") ?? [])].map((label) => {
        const input = label.querySelector("input");
        return { id: input.value, label: text(label), many: input.type === "checkbox", chosen: input.checked };
      }),
      questions_in_dom: every(nth, "[part~=question]").length,
      progress: text(first(nth, "[part~=progress]")),
      hint: text(first(nth, "form [role=alert]:not([part~=error])")) || null,
      can_go_back: !!first(nth, "[part~=back]"),
      notice: text(first(nth, ".notice")),
      // Its top is painted before the rest of it is made.
      verdict: score && first(nth, "[part~=receipt]") && {
        score: Number(text(score)),
        score_text: text(score),
        level: first(nth, "[part~=level]")?.dataset.level ?? "",
        level_title: text(first(nth, "[part~=level]")),
        caps: every(nth, "[part~=cap]").filter(seen).map(text),
        findings: every(nth, "[part~=finding]").map((finding) => ({
          open: seen(finding) && !finding.closest("details:not([open])"),
          text: finding.textContent.trim(),
        })),
        way_up: text(first(nth, "[part~=way-up]")),
        receipt: text(first(nth, "[part~=receipt]")),
        day: text(first(nth, "h2 + p:not(.by-hand)")),
        gaps: every(nth, ".picture input").filter(seen).map(({ name }) => name),
        tried: every(nth, ".picture input:checked").map(({ name }) => name),
        what_if: text(first(nth, ".what-if")),
        calls: every(nth, "a[part~=cta]").filter(seen).map(call),
        compared: every(nth, "[part~=compared]").filter(seen).map(compared),
        status: text(first(nth, ".actions [role=status] span")),
        link: first(nth, ".actions .link")?.value ?? null,
        keeps: !!first(nth, "input[name='.keep']")?.checked,
      },
      cta: cta && call(cta),
      error: text(first(nth, "[part~=error]")) || null,
    };
  };

  // Two frames after there was something to draw: Firefox does not say of every page when it was painted first.
  let drawn = false;
  document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => (drawn = true))));
  const saysWhenPainted = PerformanceObserver.supportedEntryTypes.includes("layout-shift");

  // Where to put the finger: the middle of the element, brought into view if it is not.
  probe.spot = (nth, selector) => {
    const found = first(nth, selector);
    // Nobody presses what has not been painted, and browsers drop what is pressed before.
    const painted = saysWhenPainted ? performance.getEntriesByName("first-contentful-paint").length > 0 : drawn;
    if (!found || !painted) return null;
    let box = found.getBoundingClientRect();
    const fits = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    if (!fits) {
      found.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      box = found.getBoundingClientRect();
    }
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const hit = root(nth)?.elementFromPoint(x, y);
    const free = !!hit && (found.contains(hit) || hit.contains(found));
    // In a page's closed shadow root nobody sees from outside what is struck.
    aim = all()[nth].getRootNode() === document ? { nth, selector, hit } : undefined;
    struck = null;
    return { x, y, free, width: box.width, height: box.height, covered_by: free ? null : (hit?.outerHTML ?? "nothing").slice(0, 120) };
  };

  // Another place of what was looked for last, so far beside this one that nobody would call it the same; or nothing.
  probe.beside = (nth, selector, x, y) => {
    const found = first(nth, selector);
    const { left, width } = found?.getBoundingClientRect() ?? {};
    const places = [left + width / 4, left + (width * 3) / 4].filter((place) => Math.abs(place - x) > 40);
    const place = places.find((place) => found.contains(root(nth).elementFromPoint(place, y)));
    return place === undefined ? null : [place, y];
  };

  const deepest = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const ringed = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return outline || style.boxShadow !== "none";
  };
  probe.focus = () => {
    const element = deepest();
    const host = element?.getRootNode()?.host;
    return {
      element: element?.localName ?? "",
      part: element?.getAttribute("part") ?? "",
      kind: element?.getAttribute("type") ?? "",
      name: element?.getAttribute("name") ?? "",
      value: element?.value ?? "",
      text: text(element) ?? "",
      widget: host ? all().indexOf(host) : -1,
      question: element?.closest("[part~=question]")?.dataset.question ?? null,
      in_result: !!element?.closest("[part~=result]"),
      // On the element itself, or on the label around it.
      ring: !!element && element !== document.body &&
        (ringed(element) || (!!element.closest("label") && ringed(element.closest("label")))),
    };
  };

  probe.box = (nth) => {
    const { left, top, width, height } = all()[nth].getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  };
  probe.still = () => [...document.getAnimations(), ...all().flatMap((host) => host.shadowRoot?.getAnimations() ?? [])]
    .every((animation) => animation.playState !== "running" || animation.effect?.getComputedTiming().endTime === Infinity);
  probe.loaded = (ending) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => responseEnd > 0 && new URL(name).pathname.endsWith(ending));
  // Pages replace the methods of arrays.
  probe.shift = () => {
    let sum = 0;
    for (const { value } of probe.shifts) sum += value;
    return sum;
  };
})();
