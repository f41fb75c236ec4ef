import 'mfa-elements/backends/rest';
import 'mfa-elements/define/sign-in';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.querySelector('#root');
if (target) mount(App, { target });
