import { alert, status } from './said';
import { expect, loseSecondFactor, nextCode, passFirstFactor, paste, signOut, test } from './support';

test('a person who lost the phone gets in with a pasted backup code, once', async ({ page, person }) => {
  const code = nextCode(person);
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').focus();
  await paste(page, `  ${code.toLowerCase().replaceAll('-', ' ')} \n`);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: "You're in" })).toBeFocused();
  await expect(status(page)).toHaveText('That backup code is now used up. You have 9 left.');
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();

  await signOut(page);
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(alert(page)).toHaveText('Error: You have used that code before. Cross it out and use the next one.');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/login$/);
});

test('an app code gets a person in, and the same one does not get in a second', async ({ page, person }) => {
  const code = person.appCode();
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();

  await signOut(page);
  await passFirstFactor(page, person);
  await page.getByLabel('App code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(alert(page)).toHaveText('Error: That code was already used. Wait for the next one.');
});

test('a person without a second factor is not asked for one', async ({ page, server }) => {
  const cleo = server.accounts.find(({ totpSecret }) => !totpSecret);
  if (!cleo) throw new Error('The demo has nobody without a second factor.');
  await passFirstFactor(page, cleo);
  await expect(page.getByText(`You are signed in as ${cleo.email}.`)).toBeVisible();
});

test('a session begins with the second factor, not with the password', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await expect(page.getByLabel('App code')).toBeVisible();
  expect((await page.request.get('/api/me')).status()).toBe(401);
});

test('nothing is sent for what can’t be a backup code', async ({ page, person }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
  await loseSecondFactor(page, person);
  sent.length = 0;
  const field = page.getByLabel('Backup code');
  const use = page.getByRole('button', { name: 'Use this code' });

  await use.click();
  await expect(alert(page)).toHaveText('Error: Type one of your backup codes.');
  await field.focus();
  await paste(page, person.backupCodes.map((code, i) => `${i + 1}. ${code}`).join('\n'));
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText("Error: That's more than one code. Leave just one.");
  await field.fill('482913');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toContainText('That looks like a code from your app.');
  expect(sent).toEqual([]);

  await field.fill('AAAA-AAAA-AAAA');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText(
    "Error: That code didn't work. Check each letter and number, or use the next code on your list.",
  );
  expect(sent).toEqual(['/api/auth/mfa/challenge/attempts']);
});

test('an app code typed into the wrong field gets in by the right one', async ({ page, person }) => {
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(person.appCode());
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Use it as an app code' }).click();
  await expect(page.getByLabel('App code')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
});

test('a challenge that ran out starts again in its place, with the code still good', async ({
  page,
  person,
  clock,
}) => {
  await loseSecondFactor(page, person);
  const code = nextCode(person);
  await page.getByLabel('Backup code').fill(code);
  clock.advance(31);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('That took a while, so we started again. Nothing you saved is lost.');
  await expect(page.getByLabel('Backup code')).toHaveValue(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
});

test('a first factor that ran out is asked for again, and no code is spent', async ({ page, person, clock }) => {
  await loseSecondFactor(page, person);
  const code = nextCode(person);
  await page.getByLabel('Backup code').fill(code);
  clock.advance(61);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Please sign in again' })).toBeFocused();
  await page.getByRole('button', { name: 'Go to sign-in' }).click();
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
});

test('a reload keeps the person in the challenge', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await expect(page.getByLabel('App code')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Signing in to Fjord Bank as \S+•\S*@example\.com$/)).toBeVisible();
});

test('Cancel ends the challenge on the server', async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await page.goto('/challenge');
  await expect(page.getByRole('heading', { name: 'Please sign in first' })).toBeVisible();
});

test('guessing app codes closes that way alone', async ({ page, person }) => {
  await passFirstFactor(page, person);
  for (let tries = 1; tries <= 10; tries += 1) {
    await page.getByLabel('App code').fill(String(tries).padStart(6, '0'));
    const answered = page.waitForResponse('**/challenge/attempts');
    await page.keyboard.press('Enter');
    await answered;
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  }
  await page.getByLabel('App code').fill('000000');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toHaveText(/Error: Too many tries\. You can use your app again at \d/);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByLabel('Backup code').fill(nextCode(person));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
});
