// What Prototype.js 1.6 did to a page, written anew after its documentation: collections get methods by plain
// assignment, some under names that browsers have given another meaning since, and arrays learn to turn into JSON text
// by themselves, so that JSON.stringify does it twice.
(function () {
  var $break = {};
  var identity = function (value) { return value; };

  function extend(destination, source) {
    for (var name in source) destination[name] = source[name];
    return destination;
  }

  function toArray(iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0;
    var results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  }

  var Enumerable = {
    each: function (iterator, context) {
      try {
        for (var i = 0; i < this.length; i++) iterator.call(context, this[i], i);
      } catch (error) {
        if (error !== $break) throw error;
      }
      return this;
    },
    all: function (iterator, context) {
      iterator = iterator || identity;
      var result = true;
      this.each(function (value, index) {
        result = result && !!iterator.call(context, value, index);
        if (!result) throw $break;
      });
      return result;
    },
    any: function (iterator, context) {
      iterator = iterator || identity;
      var result = false;
      this.each(function (value, index) {
        if ((result = !!iterator.call(context, value, index))) throw $break;
      });
      return result;
    },
    collect: function (iterator, context) {
      iterator = iterator || identity;
      var results = [];
      this.each(function (value, index) { results.push(iterator.call(context, value, index)); });
      return results;
    },
    detect: function (iterator, context) {
      var result;
      this.each(function (value, index) {
        if (iterator.call(context, value, index)) {
          result = value;
          throw $break;
        }
      });
      return result;
    },
    findAll: function (iterator, context) {
      var results = [];
      this.each(function (value, index) { if (iterator.call(context, value, index)) results.push(value); });
      return results;
    },
    include: function (object) { return this.indexOf(object) !== -1; },
    inject: function (memo, iterator, context) {
      this.each(function (value, index) { memo = iterator.call(context, memo, value, index); });
      return memo;
    },
    invoke: function (method) {
      var rest = toArray(arguments).slice(1);
      return this.map(function (value) { return value[method].apply(value, rest); });
    },
    max: function () { return Math.max.apply(Math, this); },
    min: function () { return Math.min.apply(Math, this); },
    pluck: function (name) { return this.map(function (value) { return value[name]; }); },
    size: function () { return this.length; },
    toArray: function () { return this.slice(0); },
    zip: function () { return this.map(function (value) { return [value]; }); },
    inspect: function () { return "#<Enumerable>"; },
  };
  extend(Enumerable, {
    map: Enumerable.collect,
    find: Enumerable.detect,
    select: Enumerable.findAll,
    filter: Enumerable.findAll,
    member: Enumerable.include,
    entries: Enumerable.toArray,
    every: Enumerable.all,
    some: Enumerable.any,
  });

  extend(Array.prototype, Enumerable);
  extend(Array.prototype, {
    clear: function () { this.length = 0; return this; },
    clone: function () { return [].concat(this); },
    compact: function () { return this.select(function (value) { return value != null; }); },
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    flatten: function () {
      return this.inject([], function (array, value) { return array.concat(value instanceof Array ? value.flatten() : [value]); });
    },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    reverse: (function (own) { return function (inline) { return own.call(inline !== false ? this : this.toArray()); }; })(Array.prototype.reverse),
    uniq: function () { return this.inject([], function (array, value) { if (!array.include(value)) array.push(value); return array; }); },
    without: function () { var values = toArray(arguments); return this.select(function (value) { return !values.include(value); }); },
    toJSON: function () { return "[" + this.map(function (value) { return JSON.stringify(value); }).join(", ") + "]"; },
  });
  Array.from = toArray;
  window.$A = toArray;

  Object.extend = extend;
  extend(Object, {
    keys: function (object) { var keys = []; for (var name in object) keys.push(name); return keys; },
    values: function (object) { var values = []; for (var name in object) values.push(object[name]); return values; },
    clone: function (object) { return extend({}, object); },
    isElement: function (object) { return !!object && object.nodeType === 1; },
  });

  extend(Function.prototype, {
    argumentNames: function () { return []; },
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this, args = toArray(arguments), object = args.shift();
      return function () { return method.apply(object, args.concat(toArray(arguments))); };
    },
    curry: function () {
      var method = this, args = toArray(arguments);
      return function () { return method.apply(this, args.concat(toArray(arguments))); };
    },
    defer: function () { return window.setTimeout(this, 10); },
  });

  extend(String.prototype, {
    strip: function () { return this.replace(/^\s+/, "").replace(/\s+$/, ""); },
    include: function (pattern) { return this.indexOf(pattern) > -1; },
    startsWith: function (pattern) { return this.indexOf(pattern) === 0; },
    endsWith: function (pattern) { var at = this.length - pattern.length; return at >= 0 && this.lastIndexOf(pattern) === at; },
    toArray: function () { return this.split(""); },
    toJSON: function () { return JSON.stringify("" + this); },
    empty: function () { return this == ""; },
    times: function (count) { return count < 1 ? "" : new Array(count + 1).join(this); },
  });
  Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };

  // Elements, as Element.addMethods() left them.
  var methods = {
    visible: function () { return this.style.display !== "none"; },
    toggle: function () { this[this.visible() ? "hide" : "show"](); return this; },
    hide: function () { this.style.display = "none"; return this; },
    show: function () { this.style.display = ""; return this; },
    remove: function () { this.parentNode.removeChild(this); return this; },
    update: function (content) { this.innerHTML = content; return this; },
    replace: function (content) { this.outerHTML = content; return this; },
    insert: function (content) { this.insertAdjacentHTML("beforeend", content); return this; },
    select: function (selector) { return toArray(this.querySelectorAll(selector)); },
    up: function () { return this.parentNode; },
    down: function () { return this.firstElementChild; },
    next: function () { return this.nextElementSibling; },
    previous: function () { return this.previousElementSibling; },
    match: function (selector) { return this.matches(selector); },
    readAttribute: function (name) { return this.getAttribute(name); },
    writeAttribute: function (name, value) { this.setAttribute(name, value); return this; },
    getHeight: function () { return this.offsetHeight; },
    hasClassName: function (name) { return this.classList.contains(name); },
    addClassName: function (name) { this.classList.add(name); return this; },
    empty: function () { return !this.innerHTML.strip(); },
    scrollTo: function () { this.scrollIntoView(); return this; },
    clone: function (deep) { return this.cloneNode(deep); },
    observe: function (name, listener) { this.addEventListener(name, listener, false); return this; },
    fire: function (name) { this.dispatchEvent(new Event(name)); return this; },
    identify: function () { return this.id || (this.id = "anonymous_element_" + ++identified); },
  };
  var identified = 0;
  extend(HTMLElement.prototype, methods);
  extend(HTMLFormElement.prototype, {
    reset: (function (own) { return function () { own.call(this); return this; }; })(HTMLFormElement.prototype.reset),
    serialize: function () { return "" + new URLSearchParams(new FormData(this)); },
    disable: function () { return this; },
  });
  extend(HTMLInputElement.prototype, {
    clear: function () { this.value = ""; return this; },
    present: function () { return this.value !== ""; },
    activate: function () { this.focus(); return this; },
  });
  document.getElementsByClassName = function (name) { return toArray(document.querySelectorAll("." + name)); };
  document.observe = function (name, listener) { document.addEventListener(name, listener, false); };
  window.$ = function (id) { return typeof id === "string" ? document.getElementById(id) : id; };
  window.$$ = function (selector) { return toArray(document.querySelectorAll(selector)); };
})();
