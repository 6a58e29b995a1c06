// The widget as a page of its own: takes its options from the query, for links and for iframes.
const options = ['pack', 'lang', 'cta-href', 'lead', 'config'];
const widget = document.querySelector('shindan-widget');
for (const [name, value] of new URLSearchParams(location.search)) {
  if (options.includes(name)) {
    widget.setAttribute(name, value);
  }
}
