/** Components for React 18 and 19, on `@lit/react`: every property, and every event as a function with its own type. */
import { createComponent } from '@lit/react';
import * as React from 'react';
import { MfaBackupCodeForm as BackupCodeForm } from '../elements/backup-code-form/backup-code-form.js';
import { MfaBackupCodes as BackupCodes } from '../elements/backup-codes/backup-codes.js';
import { MfaChallenge as Challenge } from '../elements/challenge/challenge.js';
import { MfaLostFactor as LostFactor } from '../elements/lost-factor/lost-factor.js';
import { MfaPasskeyEnrollment as PasskeyEnrollment } from '../elements/passkey-enrollment/passkey-enrollment.js';
import { MfaRepair as Repair } from '../elements/repair/repair.js';
import { MfaReset as Reset } from '../elements/reset/reset.js';
import { MfaSettings as Settings } from '../elements/settings/settings.js';
import { MfaSignIn as SignIn } from '../elements/sign-in/sign-in.js';
import { MfaStepUp as StepUp } from '../elements/step-up/step-up.js';
import { MfaSupport as Support } from '../elements/support/support.js';
import { MfaTotpEnrollment as TotpEnrollment } from '../elements/totp-enrollment/totp-enrollment.js';
import type { Handlers, MfaTag, MfaTagMap, Properties } from '../jsx/index.js';
import { FIRED } from './elements.js';

type Own<Tag extends MfaTag> = Properties<MfaTagMap[Tag]> & Handlers<Tag>;

/** What a component takes: the element's properties and events, and what every element takes. */
export type MfaComponentProps<Tag extends MfaTag> = Own<Tag> &
  Omit<React.HTMLAttributes<MfaTagMap[Tag]>, keyof Own<Tag>> &
  React.RefAttributes<MfaTagMap[Tag]>;

export type MfaComponent<Tag extends MfaTag> = React.ExoticComponent<MfaComponentProps<Tag>>;

/** `mfa-verified` → `onMfaVerified` */
const handlerOf = (event: string): string =>
  `on${event.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

function define(tagName: MfaTag, elementClass: CustomElementConstructor): void {
  if (!customElements.get(tagName)) customElements.define(tagName, elementClass);
}

/**
 * The element is defined when its first component has been hydrated: one that is defined before changes nodes which React
 * is about to compare with its own.
 * @param before defines what stands inside from the start
 */
function componentOf<Tag extends MfaTag>(
  tagName: Tag,
  elementClass: CustomElementConstructor,
  before?: () => void,
): MfaComponent<Tag> {
  // Asked for its attributes, Lit makes a class's properties, by which one is told from an attribute. Otherwise it does so when the
  // class is defined, and the second rendering would set what the first had not.
  Reflect.get(elementClass, 'observedAttributes');
  const events = Object.fromEntries(FIRED[tagName].map((event) => [handlerOf(event), event]));
  const Inner: React.ElementType = createComponent({ react: React, tagName, elementClass, events });
  const Component = React.forwardRef<HTMLElement, object>((props, ref) => {
    React.useEffect(() => {
      before?.();
      define(tagName, elementClass);
    }, []);
    return React.createElement(Inner, { ...props, ref });
  });
  Component.displayName = elementClass.name;
  return Component;
}

export const MfaBackupCodeForm = /* @__PURE__ */ componentOf('mfa-backup-code-form', BackupCodeForm);
export const MfaBackupCodes = /* @__PURE__ */ componentOf('mfa-backup-codes', BackupCodes);
export const MfaChallenge = /* @__PURE__ */ componentOf('mfa-challenge', Challenge);
export const MfaLostFactor = /* @__PURE__ */ componentOf('mfa-lost-factor', LostFactor);
export const MfaPasskeyEnrollment = /* @__PURE__ */ componentOf('mfa-passkey-enrollment', PasskeyEnrollment);
export const MfaRepair = /* @__PURE__ */ componentOf('mfa-repair', Repair);
export const MfaReset = /* @__PURE__ */ componentOf('mfa-reset', Reset);
export const MfaSettings = /* @__PURE__ */ componentOf('mfa-settings', Settings);
export const MfaSignIn = /* @__PURE__ */ componentOf('mfa-sign-in', SignIn, () => define('mfa-challenge', Challenge));
export const MfaStepUp = /* @__PURE__ */ componentOf('mfa-step-up', StepUp);
export const MfaSupport = /* @__PURE__ */ componentOf('mfa-support', Support);
export const MfaTotpEnrollment = /* @__PURE__ */ componentOf('mfa-totp-enrollment', TotpEnrollment);
