// The linter's rules for the scripts of www/ that stay, and for their tests. A CommonJS module, because `require` finds
// packages by NODE_PATH: they lie in the tool cache (xtask/src/tools/npm.rs), and `import` would not look there.
const js = require('@eslint/js');
const globals = require('globals');

/** Scripts that Rust is about to replace, by their folder or name. Everything else in www/ is linted. */
const leaving = [
  'theme_loader.js', 'invite.js', 'lead', 'lead.js', 'outbox.js',
  'pack.js', 'reader.js', 'request.js', 'runtime.js', 'settings.js', 'theme',
  'theme.js',
];

module.exports = [
  { ignores: ['target/', 'dist/', ...leaving.map((name) => `www/${name}`)] },
  js.configs.recommended,
  {
    files: ['www/**/*.js', 'crates/**/*.js', 'tests/js/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error',
      'consistent-return': 'off',
      'default-case-last': 'error',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-constructor-return': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implicit-globals': 'error',
      'no-new-func': 'error',
      'no-self-compare': 'error',
      'no-shadow': ['error', { builtinGlobals: false }],
      'no-unused-private-class-members': 'error',
      'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'require-atomic-updates': 'error',
    },
  },
  { files: ['www/**/*.js', 'crates/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['tests/js/**/*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
