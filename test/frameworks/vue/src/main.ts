import 'mfa-elements/backends/rest';
import 'mfa-elements/define/sign-in';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#root');
