// What a page and its extensions may do to the widget while somebody uses it, a function a disturbance. Runs in the page, and
// knows of the widget no more than that it is an element with a shadow root.
(() => {
  /** A generator of numbers from 0 to below `below`, the same for the same seed (mulberry32). */
  const randomOf = (seed) => {
    let state = seed >>> 0;
    return (below) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
    };
  };

  const host = document.querySelector('shindan-widget');
  const root = host.shadowRoot;
  const here = location.href;
  const state = { count: 0, log: [], undo: [], is_reconfigured: false, submits: 0 };
  let random = randomOf(1);
  const any = (list) => list[random(list.length)];
  /** The elements of the widget, but for stylesheets, frames and what lies in a text field. */
  const elements = (selector = '*') => [...root.querySelectorAll(selector)].filter((one) => !one.matches('style, link, svg *, option, iframe, input, textarea, select'));
  const named = (element) => element && `${element.localName} ${element.className} ${element.getAttribute('part') ?? ''}`;
  const texts = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() && !walker.currentNode.parentElement?.closest('style, svg, option')) found.push(walker.currentNode);
    }
    return found;
  };
  /** What is foreign is in these brackets, so that who reads can tell it. */
  const foreign = () => {
    const kind = random(4);
    if (kind === 0) return document.createComment('foreign');
    if (kind === 1) return document.createTextNode('⟦x⟧');
    const element = document.createElement(kind === 2 ? 'x-foreign' : 'font');
    element.textContent = '⟦y⟧';
    return element;
  };
  const within = (parent) => parent.insertBefore(foreign(), parent.childNodes[random(parent.childNodes.length + 1)] ?? null);
  const prevent = (event) => event.preventDefault();
  const stop = (event) => event.stopPropagation();
  const types = `click mousedown mouseup pointerdown pointerup touchstart keydown keyup keypress input beforeinput change submit focusin
    selectstart copy paste contextmenu dragstart wheel`.split(/\s+/);
  const places = [window, document, document.documentElement, document.body, host.parentElement];
  /** Has the page handle events of some type at some place until the next step is looked at. */
  const handle = (handler, capture) => {
    const [place, type] = [any(places), any(types)];
    place.addEventListener(type, handler, { capture, passive: false });
    state.undo.push(() => place.removeEventListener(type, handler, { capture }));
    return `${type} at ${place === window ? 'window' : place.nodeName}`;
  };
  /** An address of this site, which may be that of another page with a widget. */
  const address = () => `${any(['', 'deep/', '../'])}${any(['a.html', 'b.html', 'c.html'])}${any(['', '?p=1', '?p=2&utm_source=x', '?q=%E7%'])}${any(['', '#top', '#shindans=nonsense', '#%'])}`;

  const disturbances = {
    foreign_node_in_the_widget: () => {
      const parent = any([root, ...elements()]);
      within(parent);
      return parent === root ? 'root' : named(parent);
    },
    foreign_node_around: () => void within(any([host, host.parentElement, document.body])),
    foreign_nodes_removed: () => root.querySelectorAll('x-foreign, font').forEach((one) => !one.children.length && one.textContent.startsWith('⟦') && one.remove()),
    text_wrapped_as_by_a_translator: () => {
      for (const text of texts().filter(() => random(3) === 0)) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    },
    text_split_as_by_a_highlighter: () => {
      const text = any(texts());
      if (text?.data.length > 2) text.splitText(1 + random(text.data.length - 1));
    },
    text_nodes_joined: () => root.normalize(),
    element_put_last_among_its_kin: () => {
      const element = any(elements());
      element?.parentNode.append(element);
      return named(element);
    },
    element_taken_out_and_put_back: () => {
      const element = any(elements());
      const { parentNode, nextSibling } = element ?? {};
      element?.remove();
      parentNode?.insertBefore(element, nextSibling);
      return named(element);
    },
    // Of a whole question a clone would be a second one to read.
    element_cloned: () => {
      const element = any(elements().filter((one) => !one.querySelector('fieldset, legend, [part~=score]') && !one.matches('fieldset, .widget')));
      element?.after(element.cloneNode(true));
      return named(element);
    },
    view_wrapped: () => {
      const view = any([...root.children].filter((one) => one.matches('div')));
      if (view) {
        const wrap = document.createElement('div');
        view.replaceWith(wrap);
        wrap.append(view);
      }
    },
    widget_moved_in_the_page: () => any(document.querySelectorAll('main, article, aside, body')).append(host),
    widget_wrapped: () => {
      const wrap = document.createElement('div');
      host.replaceWith(wrap);
      wrap.append(host);
    },
    widget_taken_out_for_a_while: () => {
      const { parentNode } = host;
      host.remove();
      setTimeout(() => host.isConnected || (parentNode ?? document.body).append(host), random(60));
    },
    widget_cloned_for_a_while: () => {
      const clone = host.cloneNode(true);
      host.after(clone);
      setTimeout(() => clone.remove(), random(100));
    },
    event_prevented: () => handle(prevent, false),
    event_prevented_first: () => handle(prevent, true),
    event_stopped: () => handle(stop, false),
    event_stopped_first: () => handle(stop, true),
    address_replaced: () => history.replaceState({}, '', address()),
    address_pushed: () => history.pushState({}, '', address()),
    address_back_again: () => history.replaceState({}, '', here),
    fragment_changed: () => {
      location.hash = any(['top', 'shindans=nonsense', '%', '', 'a=b&c']);
    },
    // Rarely, as few leads are sent without one.
    configuration_changed: () => {
      if (random(12)) return 'not yet';
      const script = host.querySelector('script');
      state.is_reconfigured = true;
      if (script) script.textContent = any(['', '{', '{}', '{"lead":{}}', '<p>']);
    },
    configuration_taken_away: () => {
      if (random(12)) return 'not yet';
      state.is_reconfigured = true;
      host.querySelector('script')?.remove();
    },
    attribute_changed: () => host.setAttribute(any(['class', 'style', 'title', 'data-x', 'aria-hidden']), any(['', 'x', 'color: red', 'false'])),
    page_attribute_changed: () => document.documentElement.setAttribute(...any([['lang', 'ja-JP'], ['dir', 'ltr'], ['translate', 'no'], ['class', 'notranslate']])),
    widget_hidden_for_a_while: () => {
      host.hidden = true;
      setTimeout(() => (host.hidden = false), random(60));
    },
    focus_taken: () => document.activeElement?.blur(),
    page_scrolled: () => scrollTo(0, random(3000)),
    storage_emptied: () => sessionStorage.clear(),
    window_told_of_a_size: () => dispatchEvent(new Event('resize')),
  };
  const names = Object.keys(disturbances);

  window.disturbing = {
    state,
    host,
    begin: (seed) => {
      random = randomOf(seed);
    },
    random: (below) => random(below),
    /** Does one of them. */
    disturb: () => {
      const name = any(names);
      state.count += 1;
      let outcome;
      try {
        outcome = disturbances[name]();
      } catch (error) {
        // Such as an element that is put into itself, or beside one that is nowhere.
        outcome = String(error);
      }
      state.log.push(typeof outcome === 'string' ? `${name}: ${outcome}` : name);
    },
    /** Ends what the page does to events. */
    calm: () => state.undo.splice(0).forEach((undo) => undo()),
  };
})();
