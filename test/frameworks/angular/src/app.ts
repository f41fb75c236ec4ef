import { Component, signal } from '@angular/core';
import { MfaSignIn } from 'mfa-elements/angular';

/** Renders again with each key that is typed, with other attributes, properties and neighbours. */
@Component({
  selector: 'app-root',
  imports: [MfaSignIn],
  template: `
    <main (input)="turn.set(turn() + 1)">
      <h1>Fjord Bank</h1>
      @if (turn() % 2 === 1) {
        <p>A neighbour</p>
      }
      <p id="turn">{{ turn() }}</p>
      @if (done()) {
        <p>Welcome.</p>
      } @else {
        <mfa-sign-in
          backend="rest"
          baseUrl="/api/auth/mfa"
          service="Fjord Bank"
          [helpUrl]="'/help?turn=' + turn()"
          [contact]="{ phone: '+47 ' + turn() }"
          (mfa-verified)="hear('mfa-verified ' + $event.detail.way)"
          (mfa-repair-done)="hear($event.type)"
          (mfa-done)="hear($event.type); done.set(true)"
        />
      }
      <ol id="heard">
        @for (line of heard(); track line) {
          <li>{{ line }}</li>
        }
      </ol>
    </main>
  `,
})
export class App {
  readonly turn = signal(0);
  readonly heard = signal<readonly string[]>([]);
  readonly done = signal(false);

  hear(line: string): void {
    this.heard.update((before) => [...before, line]);
  }
}
