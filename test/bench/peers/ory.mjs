import { IntlProvider, ThemeProvider, UserAuthCard } from '@ory/elements';
import '@ory/elements/style.css';
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Login() {
  const [flow, setFlow] = useState();
  useEffect(() => {
    fetch('/kratos/self-service/login/browser?aal=aal2', { headers: { accept: 'application/json' } })
      .then((response) => response.json())
      .then(setFlow);
  }, []);
  if (!flow) return createElement('p', null, 'Loading');
  return createElement(UserAuthCard, {
    flow,
    flowType: 'login',
    title: 'Sign in',
    additionalProps: {},
    includeScripts: true,
    onSubmit: () => undefined,
  });
}

const words = createElement(IntlProvider, { locale: 'en', defaultLocale: 'en' }, createElement(Login));
createRoot(document.querySelector('#root')).render(createElement(ThemeProvider, null, words));
