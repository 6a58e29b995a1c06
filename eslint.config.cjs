// The linter's rules for the scripts of www/, and for their tests. A CommonJS module, because `require` finds
// packages by NODE_PATH: they lie in the tool cache (xtask/src/tools/npm.rs), and `import` would not look there.
const js = require('@eslint/js');
const globals = require('globals');

module.exports = [
  { ignores: ['target/', 'dist/'] },
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
