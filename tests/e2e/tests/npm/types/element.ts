// Right uses, and wrong ones, each of which is refused: a mark that no error follows is itself an error.
import { register, type ShindanConfig } from 'shindan-widget';
import shindan from 'shindan-widget/vite';

register({ base: '/shindan/' }).then((Widget) => Widget && new Widget().open());
shindan({ folder: 'diagnosis' });
// @ts-expect-error: no such option
register({ folder: '/shindan/' });

const widget = document.createElement('shindan-widget');
widget.open().then(() => widget.close());
document.querySelector('shindan-widget')?.addEventListener('shindan:complete', (event) => {
  const score: number = event.detail.score;
  const level: 'ready' | 'nearly' | 'prepare' | 'rethink' = event.detail.level;
  // @ts-expect-error: a level is no number
  const wrong: number = event.detail.level;
  return [score, level, wrong];
});
widget.addEventListener('click', (event) => event.clientX);
document.addEventListener('shindan:lead', ({ detail }) => detail.state === 'delivered');
// @ts-expect-error: no such state
document.addEventListener('shindan:lead', ({ detail }) => detail.state === 'gone');
// @ts-expect-error: the detail of another event
widget.addEventListener('shindan:cta', ({ detail }) => detail.score.toFixed());
// @ts-expect-error: no such method
widget.toggle();

export const config: ShindanConfig = {
  cta: { label: { ready: '相談する' } },
  lead: { fields: ['company', 'email'], destinations: [{ type: 'webhook-json', url: 'https://example.com/lead' }, { type: 'copy' }] },
  open: { button: false, delay: 20 },
};
config.cta = { campaign: true, booking: { href: 'https://calendly.com/example/30min', frame: true, title: '相談の日時' } };
// @ts-expect-error: a booking has an address
config.cta = { booking: { frame: true } };
// @ts-expect-error: it is on or off
config.cta = { campaign: 'utm_source' };
widget.addEventListener('shindan:cta', ({ detail }) => detail.booking === true);
// @ts-expect-error: no such level
config.cta = { label: { perfect: '相談する' } };
// @ts-expect-error: a webhook has an address
config.lead = { destinations: [{ type: 'webhook-json' }] };
// @ts-expect-error: no such input
config.lead = { fields: ['fax'] };
