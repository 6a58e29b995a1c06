// What pages of an older school do to the prototypes that every script shares: by plain assignment, so that each name
// turns up in every `for … in`.
Object.prototype.extend = function (other) {
  for (var name in other) this[name] = other[name];
  return this;
};
Object.prototype.merge = Object.prototype.extend;
Object.prototype.isEmpty = function () {
  for (var name in this) return !name;
  return true;
};

Array.prototype.contains = function (one) {
  return this.indexOf(one) >= 0;
};
Array.prototype.remove = function (one) {
  var at = this.indexOf(one);
  if (at >= 0) this.splice(at, 1);
  return this;
};
Array.prototype.last = function () {
  return this[this.length - 1];
};
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, "");
};
String.prototype.contains = function (text) {
  return this.indexOf(text) >= 0;
};
Number.prototype.times = function (work) {
  for (var i = 0; i < this; i++) work(i);
};
Date.now = function () {
  return new Date().getTime();
};
// Takes its element out, and answers it for the next call of the chain.
Element.prototype.remove = function () {
  if (this.parentNode) this.parentNode.removeChild(this);
  return this;
};
Node.prototype.on = function (type, listener) {
  this.addEventListener(type, listener, false);
  return this;
};
NodeList.prototype.each = NodeList.prototype.forEach;
Function.prototype.bind = function (self) {
  var work = this;
  var first = [].slice.call(arguments, 1);
  return function () {
    return work.apply(self, first.concat([].slice.call(arguments)));
  };
};
window.requestIdleCallback = function (work) {
  return window.setTimeout(function () {
    work({ didTimeout: false, timeRemaining: function () { return 50; } });
  }, 1);
};
