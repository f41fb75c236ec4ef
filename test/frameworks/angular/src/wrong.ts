import { Component } from '@angular/core';
import { MfaSignIn } from 'mfa-elements/angular';

@Component({
  selector: 'app-wrong',
  imports: [MfaSignIn],
  template: `
    <mfa-sign-in [service]="3" />
    <mfa-sign-in [nothing]="'x'" />
    <mfa-sign-in (mfa-verified)="hear($event.detail.nothing)" />
    <mfa-challenge />
  `,
})
export class Wrong {
  hear(_: unknown): void {}
}
