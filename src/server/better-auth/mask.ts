/** Enough for the person to know which address it is, and for nobody else to learn it. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}•••${email.slice(at)}`;
}

/** The last two digits. */
export const maskPhone = (phone: string): string => `••• ${phone.slice(-2)}`;
