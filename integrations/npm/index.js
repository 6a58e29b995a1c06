// `import 'shindan-widget'` brings the element into the page.

import { register } from './register.js';

register().catch((error) => {
  console.error(
    `<shindan-widget> its files are not where they were looked for (${error}): use the plugin shindan-widget/vite, or copy ` +
      'them with `npx shindan-widget copy FOLDER` and call register({ base }) of shindan-widget/register',
  );
});

export { register };
