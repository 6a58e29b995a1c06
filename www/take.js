// What the respondent takes along from a result: see src/ui/take.rs, whose buttons these are.
import { print } from './print.js';

const share = async (button, view) => {
  const link = `${location.href.split('#')[0]}#${button.name}=${button.value}`;
  const said = view.querySelector('.take [role=status] span');
  const field = view.querySelector('.link');
  said.hidden = true;
  try {
    await navigator.clipboard.writeText(link);
    field.hidden = true;
    said.hidden = false;
  } catch {
    // Blocked, or a page without https: then by hand.
    field.hidden = false;
    field.value = link;
    field.select();
  }
};

/** Begins the pack that is offered, in the place of this one. */
const begin = (pack, port) => {
  port.turn(pack);
  port.save('');
  port.again();
  port.lead();
  // What takes the place of this, once the wasm has rendered it, gets the focus from it.
  port.focus('legend, [tabindex]');
};

/** Listens on the view of the mounted `app`. */
export const listenForTaking = (view, app, port) => {
  view.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    const part = button?.part[0];
    if (part === 'restart') {
      app.restart();
    } else if (part === 'share') {
      share(button, view);
    } else if (part === 'print') {
      print(view);
    } else if (part === 'offer') {
      begin(button.name, port);
    }
  });
  view.addEventListener('change', ({ target }) => {
    if (target.name === '.keep') {
      // What cannot be kept is not shown as kept.
      target.checked &&= port.keep(view.querySelector('[name=shindan-owner]').value);
      app.keep(target.checked);
    }
  });
};
