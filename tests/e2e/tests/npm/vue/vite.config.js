import vue from '@vitejs/plugin-vue';
import shindan from 'shindan-widget/vite';

const isCustomElement = (tag) => tag === 'shindan-widget';

export default { base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), shindan({ folder: 'files/shindan' })] };
