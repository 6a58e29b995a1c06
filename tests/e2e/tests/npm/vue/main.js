// An app in Vue as its developer would write it from the readme.
import { createApp } from 'vue';
import 'shindan-widget';
import App from './App.vue';

createApp(App).mount('#app');
