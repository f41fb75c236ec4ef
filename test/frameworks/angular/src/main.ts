import { bootstrapApplication } from '@angular/platform-browser';
import { provideZonelessChangeDetection } from '@angular/core';
import 'mfa-elements/backends/rest';
import 'mfa-elements/define/sign-in';
import { App } from './app';

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
