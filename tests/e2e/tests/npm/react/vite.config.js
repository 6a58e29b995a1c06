import react from '@vitejs/plugin-react';
import shindan from 'shindan-widget/vite';

export default { base: './', plugins: [react(), shindan()] };
