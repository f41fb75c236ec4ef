/**
 * Directives for Angular 17.1 and later, one of each element's tag: a template's inputs are checked, and set as properties.
 * Events need none: Angular listens to the element, whose types say them. In the form in which Angular's libraries are
 * published, which its linker reads as text. Made by `npm run docs`.
 */
import * as i0 from '@angular/core';
import type { MfaTagMap } from './elements.js';

type Of<Tag extends keyof MfaTagMap, Name extends keyof MfaTagMap[Tag]> = MfaTagMap[Tag][Name];

/** Hands each input on to the element. */
abstract class MfaDirective implements i0.OnChanges {
  readonly #element: HTMLElement;

  constructor(element: i0.ElementRef<HTMLElement>) {
    this.#element = element.nativeElement;
  }

  ngOnChanges(changes: i0.SimpleChanges): void {
    for (const [name, { currentValue }] of Object.entries(changes)) Reflect.set(this.#element, name, currentValue);
  }
}

/** `<mfa-backup-code-form>`: entry of one backup code */
export class MfaBackupCodeForm extends MfaDirective {
  declare allowFraming: Of<'mfa-backup-code-form', 'allowFraming'>;
  declare backend: Of<'mfa-backup-code-form', 'backend'>;
  declare baseUrl: Of<'mfa-backup-code-form', 'baseUrl'>;
  declare challenge: Of<'mfa-backup-code-form', 'challenge'>;
  declare continueUrl: Of<'mfa-backup-code-form', 'continueUrl'>;
  declare helpUrl: Of<'mfa-backup-code-form', 'helpUrl'>;
  declare service: Of<'mfa-backup-code-form', 'service'>;
  declare signInUrl: Of<'mfa-backup-code-form', 'signInUrl'>;
  declare unstyled: Of<'mfa-backup-code-form', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaBackupCodeForm, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaBackupCodeForm,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaBackupCodeForm,
    'mfa-backup-code-form',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaBackupCodeForm,
    isStandalone: true,
    selector: 'mfa-backup-code-form',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-backup-codes>`: account page: how many codes are left; make, save, turn on, turn off */
export class MfaBackupCodes extends MfaDirective {
  declare account: Of<'mfa-backup-codes', 'account'>;
  declare allowFraming: Of<'mfa-backup-codes', 'allowFraming'>;
  declare backend: Of<'mfa-backup-codes', 'backend'>;
  declare baseUrl: Of<'mfa-backup-codes', 'baseUrl'>;
  declare chosen: Of<'mfa-backup-codes', 'chosen'>;
  declare continueUrl: Of<'mfa-backup-codes', 'continueUrl'>;
  declare helpUrl: Of<'mfa-backup-codes', 'helpUrl'>;
  declare occasion: Of<'mfa-backup-codes', 'occasion'>;
  declare service: Of<'mfa-backup-codes', 'service'>;
  declare signInUrl: Of<'mfa-backup-codes', 'signInUrl'>;
  declare step: Of<'mfa-backup-codes', 'step'>;
  declare unstyled: Of<'mfa-backup-codes', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaBackupCodes, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaBackupCodes,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaBackupCodes,
    'mfa-backup-codes',
    never,
    {
      account: { alias: 'account'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      chosen: { alias: 'chosen'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      occasion: { alias: 'occasion'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      step: { alias: 'step'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaBackupCodes,
    isStandalone: true,
    selector: 'mfa-backup-codes',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      chosen: 'chosen',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      occasion: 'occasion',
      service: 'service',
      signInUrl: 'signInUrl',
      step: 'step',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-challenge>`: the second factor: app code, passkey, code by e-mail or text, and “I lost my second factor” */
export class MfaChallenge extends MfaDirective {
  declare allowFraming: Of<'mfa-challenge', 'allowFraming'>;
  declare backend: Of<'mfa-challenge', 'backend'>;
  declare baseUrl: Of<'mfa-challenge', 'baseUrl'>;
  declare challenge: Of<'mfa-challenge', 'challenge'>;
  declare continueUrl: Of<'mfa-challenge', 'continueUrl'>;
  declare helpUrl: Of<'mfa-challenge', 'helpUrl'>;
  declare service: Of<'mfa-challenge', 'service'>;
  declare signInUrl: Of<'mfa-challenge', 'signInUrl'>;
  declare unstyled: Of<'mfa-challenge', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaChallenge, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaChallenge,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaChallenge,
    'mfa-challenge',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaChallenge,
    isStandalone: true,
    selector: 'mfa-challenge',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-lost-factor>`: the ladder: the ways that are left, strongest first, your own checks, the help team last */
export class MfaLostFactor extends MfaDirective {
  declare allowFraming: Of<'mfa-lost-factor', 'allowFraming'>;
  declare backend: Of<'mfa-lost-factor', 'backend'>;
  declare baseUrl: Of<'mfa-lost-factor', 'baseUrl'>;
  declare challenge: Of<'mfa-lost-factor', 'challenge'>;
  declare continueUrl: Of<'mfa-lost-factor', 'continueUrl'>;
  declare helpUrl: Of<'mfa-lost-factor', 'helpUrl'>;
  declare rungs: Of<'mfa-lost-factor', 'rungs'>;
  declare service: Of<'mfa-lost-factor', 'service'>;
  declare signInUrl: Of<'mfa-lost-factor', 'signInUrl'>;
  declare unstyled: Of<'mfa-lost-factor', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaLostFactor, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaLostFactor,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaLostFactor,
    'mfa-lost-factor',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      rungs: { alias: 'rungs'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaLostFactor,
    isStandalone: true,
    selector: 'mfa-lost-factor',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      rungs: 'rungs',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-passkey-enrollment>`: account page: add a passkey on this device, or a security key */
export class MfaPasskeyEnrollment extends MfaDirective {
  declare account: Of<'mfa-passkey-enrollment', 'account'>;
  declare afterReset: Of<'mfa-passkey-enrollment', 'afterReset'>;
  declare allowFraming: Of<'mfa-passkey-enrollment', 'allowFraming'>;
  declare backend: Of<'mfa-passkey-enrollment', 'backend'>;
  declare baseUrl: Of<'mfa-passkey-enrollment', 'baseUrl'>;
  declare continueUrl: Of<'mfa-passkey-enrollment', 'continueUrl'>;
  declare helpUrl: Of<'mfa-passkey-enrollment', 'helpUrl'>;
  declare kind: Of<'mfa-passkey-enrollment', 'kind'>;
  declare otherKinds: Of<'mfa-passkey-enrollment', 'otherKinds'>;
  declare service: Of<'mfa-passkey-enrollment', 'service'>;
  declare signInUrl: Of<'mfa-passkey-enrollment', 'signInUrl'>;
  declare unstyled: Of<'mfa-passkey-enrollment', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaPasskeyEnrollment, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaPasskeyEnrollment,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaPasskeyEnrollment,
    'mfa-passkey-enrollment',
    never,
    {
      account: { alias: 'account'; required: false };
      afterReset: { alias: 'afterReset'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      kind: { alias: 'kind'; required: false };
      otherKinds: { alias: 'otherKinds'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaPasskeyEnrollment,
    isStandalone: true,
    selector: 'mfa-passkey-enrollment',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      afterReset: 'afterReset',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      kind: 'kind',
      otherKinds: 'otherKinds',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-repair>`: from “You're in” back to safe: a new second factor, new codes, the end of what was lost */
export class MfaRepair extends MfaDirective {
  declare account: Of<'mfa-repair', 'account'>;
  declare allowFraming: Of<'mfa-repair', 'allowFraming'>;
  declare backend: Of<'mfa-repair', 'backend'>;
  declare baseUrl: Of<'mfa-repair', 'baseUrl'>;
  declare contact: Of<'mfa-repair', 'contact'>;
  declare continueUrl: Of<'mfa-repair', 'continueUrl'>;
  declare helpUrl: Of<'mfa-repair', 'helpUrl'>;
  declare service: Of<'mfa-repair', 'service'>;
  declare signInUrl: Of<'mfa-repair', 'signInUrl'>;
  declare signOutUrl: Of<'mfa-repair', 'signOutUrl'>;
  declare start: Of<'mfa-repair', 'start'>;
  declare unstyled: Of<'mfa-repair', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaRepair, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaRepair,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaRepair,
    'mfa-repair',
    never,
    {
      account: { alias: 'account'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      contact: { alias: 'contact'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      signOutUrl: { alias: 'signOutUrl'; required: false };
      start: { alias: 'start'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaRepair,
    isStandalone: true,
    selector: 'mfa-repair',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      contact: 'contact',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      signOutUrl: 'signOutUrl',
      start: 'start',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-reset>`: after a reset by the help team: who did what and when, the code they read out, and “Didn't ask for this?” */
export class MfaReset extends MfaDirective {
  declare allowFraming: Of<'mfa-reset', 'allowFraming'>;
  declare backend: Of<'mfa-reset', 'backend'>;
  declare baseUrl: Of<'mfa-reset', 'baseUrl'>;
  declare challenge: Of<'mfa-reset', 'challenge'>;
  declare contact: Of<'mfa-reset', 'contact'>;
  declare continueUrl: Of<'mfa-reset', 'continueUrl'>;
  declare helpUrl: Of<'mfa-reset', 'helpUrl'>;
  declare service: Of<'mfa-reset', 'service'>;
  declare signInUrl: Of<'mfa-reset', 'signInUrl'>;
  declare unstyled: Of<'mfa-reset', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaReset, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaReset,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaReset,
    'mfa-reset',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      contact: { alias: 'contact'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaReset,
    isStandalone: true,
    selector: 'mfa-reset',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      contact: 'contact',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-settings>`: account page, whole: a card for each way, names, removal, new ways, codes, other devices */
export class MfaSettings extends MfaDirective {
  declare account: Of<'mfa-settings', 'account'>;
  declare allowFraming: Of<'mfa-settings', 'allowFraming'>;
  declare backend: Of<'mfa-settings', 'backend'>;
  declare baseUrl: Of<'mfa-settings', 'baseUrl'>;
  declare continueUrl: Of<'mfa-settings', 'continueUrl'>;
  declare helpUrl: Of<'mfa-settings', 'helpUrl'>;
  declare occasion: Of<'mfa-settings', 'occasion'>;
  declare service: Of<'mfa-settings', 'service'>;
  declare signInUrl: Of<'mfa-settings', 'signInUrl'>;
  declare unstyled: Of<'mfa-settings', 'unstyled'>;
  declare view: Of<'mfa-settings', 'view'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaSettings, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSettings,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaSettings,
    'mfa-settings',
    never,
    {
      account: { alias: 'account'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      occasion: { alias: 'occasion'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
      view: { alias: 'view'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSettings,
    isStandalone: true,
    selector: 'mfa-settings',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      occasion: 'occasion',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
      view: 'view',
    },
  } as never) as never;
}

/** `<mfa-sign-in>`: drop-in: challenge → lost factor → backup code or another way → repair → done */
export class MfaSignIn extends MfaDirective {
  declare allowFraming: Of<'mfa-sign-in', 'allowFraming'>;
  declare backend: Of<'mfa-sign-in', 'backend'>;
  declare baseUrl: Of<'mfa-sign-in', 'baseUrl'>;
  declare challenge: Of<'mfa-sign-in', 'challenge'>;
  declare contact: Of<'mfa-sign-in', 'contact'>;
  declare continueUrl: Of<'mfa-sign-in', 'continueUrl'>;
  declare helpUrl: Of<'mfa-sign-in', 'helpUrl'>;
  declare history: Of<'mfa-sign-in', 'history'>;
  declare newAccountUrl: Of<'mfa-sign-in', 'newAccountUrl'>;
  declare rungs: Of<'mfa-sign-in', 'rungs'>;
  declare service: Of<'mfa-sign-in', 'service'>;
  declare signInUrl: Of<'mfa-sign-in', 'signInUrl'>;
  declare signOutUrl: Of<'mfa-sign-in', 'signOutUrl'>;
  declare unstyled: Of<'mfa-sign-in', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_history: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaSignIn, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSignIn,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaSignIn,
    'mfa-sign-in',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      contact: { alias: 'contact'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      history: { alias: 'history'; required: false };
      newAccountUrl: { alias: 'newAccountUrl'; required: false };
      rungs: { alias: 'rungs'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      signOutUrl: { alias: 'signOutUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSignIn,
    isStandalone: true,
    selector: 'mfa-sign-in',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      contact: 'contact',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      history: ['history', 'history', i0.booleanAttribute],
      newAccountUrl: 'newAccountUrl',
      rungs: 'rungs',
      service: 'service',
      signInUrl: 'signInUrl',
      signOutUrl: 'signOutUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-step-up>`: account page: “Confirm it's you” before something that matters */
export class MfaStepUp extends MfaDirective {
  declare account: Of<'mfa-step-up', 'account'>;
  declare action: Of<'mfa-step-up', 'action'>;
  declare allowFraming: Of<'mfa-step-up', 'allowFraming'>;
  declare aside: Of<'mfa-step-up', 'aside'>;
  declare backend: Of<'mfa-step-up', 'backend'>;
  declare baseUrl: Of<'mfa-step-up', 'baseUrl'>;
  declare continueUrl: Of<'mfa-step-up', 'continueUrl'>;
  declare helpUrl: Of<'mfa-step-up', 'helpUrl'>;
  declare service: Of<'mfa-step-up', 'service'>;
  declare signInUrl: Of<'mfa-step-up', 'signInUrl'>;
  declare step: Of<'mfa-step-up', 'step'>;
  declare subject: Of<'mfa-step-up', 'subject'>;
  declare unstyled: Of<'mfa-step-up', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaStepUp, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaStepUp,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaStepUp,
    'mfa-step-up',
    never,
    {
      account: { alias: 'account'; required: false };
      action: { alias: 'action'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      aside: { alias: 'aside'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      step: { alias: 'step'; required: false };
      subject: { alias: 'subject'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaStepUp,
    isStandalone: true,
    selector: 'mfa-step-up',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      action: 'action',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      aside: 'aside',
      backend: 'backend',
      baseUrl: 'baseUrl',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      step: 'step',
      subject: 'subject',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-support>`: the last resort: how your help team is reached, what they will do and never do, and a request to them */
export class MfaSupport extends MfaDirective {
  declare allowFraming: Of<'mfa-support', 'allowFraming'>;
  declare backend: Of<'mfa-support', 'backend'>;
  declare baseUrl: Of<'mfa-support', 'baseUrl'>;
  declare challenge: Of<'mfa-support', 'challenge'>;
  declare contact: Of<'mfa-support', 'contact'>;
  declare continueUrl: Of<'mfa-support', 'continueUrl'>;
  declare helpUrl: Of<'mfa-support', 'helpUrl'>;
  declare newAccountUrl: Of<'mfa-support', 'newAccountUrl'>;
  declare service: Of<'mfa-support', 'service'>;
  declare signInUrl: Of<'mfa-support', 'signInUrl'>;
  declare unstyled: Of<'mfa-support', 'unstyled'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_unstyled: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaSupport, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSupport,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaSupport,
    'mfa-support',
    never,
    {
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      challenge: { alias: 'challenge'; required: false };
      contact: { alias: 'contact'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      newAccountUrl: { alias: 'newAccountUrl'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaSupport,
    isStandalone: true,
    selector: 'mfa-support',
    usesOnChanges: true,
    inputs: {
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      challenge: 'challenge',
      contact: 'contact',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      newAccountUrl: 'newAccountUrl',
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
    },
  } as never) as never;
}

/** `<mfa-totp-enrollment>`: account page: connects an authenticator app, and replaces one that is there */
export class MfaTotpEnrollment extends MfaDirective {
  declare account: Of<'mfa-totp-enrollment', 'account'>;
  declare allowFraming: Of<'mfa-totp-enrollment', 'allowFraming'>;
  declare backend: Of<'mfa-totp-enrollment', 'backend'>;
  declare baseUrl: Of<'mfa-totp-enrollment', 'baseUrl'>;
  declare chosen: Of<'mfa-totp-enrollment', 'chosen'>;
  declare continueUrl: Of<'mfa-totp-enrollment', 'continueUrl'>;
  declare helpUrl: Of<'mfa-totp-enrollment', 'helpUrl'>;
  declare lost: Of<'mfa-totp-enrollment', 'lost'>;
  declare replace: Of<'mfa-totp-enrollment', 'replace'>;
  declare service: Of<'mfa-totp-enrollment', 'service'>;
  declare signInUrl: Of<'mfa-totp-enrollment', 'signInUrl'>;
  declare unstyled: Of<'mfa-totp-enrollment', 'unstyled'>;
  declare withBack: Of<'mfa-totp-enrollment', 'withBack'>;
  declare static ngAcceptInputType_allowFraming: unknown;
  declare static ngAcceptInputType_lost: unknown;
  declare static ngAcceptInputType_replace: unknown;
  declare static ngAcceptInputType_unstyled: unknown;
  declare static ngAcceptInputType_withBack: unknown;

  static readonly ɵfac: i0.ɵɵFactoryDeclaration<MfaTotpEnrollment, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaTotpEnrollment,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never;

  static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
    MfaTotpEnrollment,
    'mfa-totp-enrollment',
    never,
    {
      account: { alias: 'account'; required: false };
      allowFraming: { alias: 'allowFraming'; required: false };
      backend: { alias: 'backend'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      chosen: { alias: 'chosen'; required: false };
      continueUrl: { alias: 'continueUrl'; required: false };
      helpUrl: { alias: 'helpUrl'; required: false };
      lost: { alias: 'lost'; required: false };
      replace: { alias: 'replace'; required: false };
      service: { alias: 'service'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      unstyled: { alias: 'unstyled'; required: false };
      withBack: { alias: 'withBack'; required: false };
    },
    {},
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '17.1.0',
    version: '21.2.26',
    ngImport: i0,
    type: MfaTotpEnrollment,
    isStandalone: true,
    selector: 'mfa-totp-enrollment',
    usesOnChanges: true,
    inputs: {
      account: 'account',
      allowFraming: ['allowFraming', 'allowFraming', i0.booleanAttribute],
      backend: 'backend',
      baseUrl: 'baseUrl',
      chosen: 'chosen',
      continueUrl: 'continueUrl',
      helpUrl: 'helpUrl',
      lost: ['lost', 'lost', i0.booleanAttribute],
      replace: ['replace', 'replace', i0.booleanAttribute],
      service: 'service',
      signInUrl: 'signInUrl',
      unstyled: ['unstyled', 'unstyled', i0.booleanAttribute],
      withBack: ['withBack', 'withBack', i0.booleanAttribute],
    },
  } as never) as never;
}
