import { sentence } from "../sentence.ts";

interface Provider {
  provider: string;
}

/** Refusals of connected services; none of them ever carries a key. */
export const providerRefusals = {
  "providers.invalid-key": sentence<Provider>({
    fr: (f) =>
      `La clé ${f.provider} est mal formée : recopiez l'identifiant et la clé secrète, sans ` +
      "espace ni retour à la ligne.",
    en: (f) =>
      `The ${f.provider} key is malformed: copy the login and the secret key again, without ` +
      "spaces or line breaks.",
  }),
  "providers.key-refused": sentence<Provider & { status: number }>({
    fr: (f) =>
      `${f.provider} refuse la clé (réponse ${f.status}) : vérifiez-la ou créez-en une autre ` +
      "dans votre espace, puis enregistrez-la ici.",
    en: (f) =>
      `${f.provider} refuses the key (reply ${f.status}): check it or create another one in ` +
      "your account there, then save it here.",
  }),
  "providers.unreachable": sentence<Provider & { attempts: number }>({
    fr: (f) =>
      `${f.provider} ne répond pas (${f.attempts} essais) : vérifiez la connexion et réessayez ; ` +
      "ce qui est déjà lu est conservé.",
    en: (f) =>
      `${f.provider} cannot be reached (${f.attempts} attempts): check the connection and try ` +
      "again; what was read is kept.",
  }),
  "providers.timeout": sentence<Provider & { seconds: number; attempts: number }>({
    fr: (f) =>
      `${f.provider} n'a pas répondu en ${f.seconds} s (${f.attempts} essais) : réessayez plus ` +
      "tard ; ce qui est déjà lu est conservé.",
    en: (f) =>
      `${f.provider} did not reply within ${f.seconds} s (${f.attempts} attempts): try again ` +
      "later; what was read is kept.",
  }),
  "providers.rate-limited": sentence<Provider & { waitSeconds: number }>({
    fr: (f) => `${f.provider} demande d'attendre ${f.waitSeconds} s avant de continuer.`,
    en: (f) => `${f.provider} asks to wait ${f.waitSeconds} s before going on.`,
  }),
  "providers.server-error": sentence<Provider & { status: number; attempts: number }>({
    fr: (f) =>
      `${f.provider} est en panne (réponse ${f.status}, ${f.attempts} essais) : réessayez plus ` +
      "tard ; ce qui est déjà lu est conservé.",
    en: (f) =>
      `${f.provider} is failing (reply ${f.status}, ${f.attempts} attempts): try again later; ` +
      "what was read is kept.",
  }),
  "providers.request-refused": sentence<Provider & { status: number; path: string }>({
    fr: (f) =>
      `${f.provider} refuse la demande ${f.path} (réponse ${f.status}) : vérifiez que le compte ` +
      "existe et que la clé y donne accès.",
    en: (f) =>
      `${f.provider} refuses the request ${f.path} (reply ${f.status}): check that the account ` +
      "exists and that the key gives access to it.",
  }),
  "providers.redirected": sentence<Provider & { path: string }>({
    fr: (f) =>
      `${f.provider} renvoie la demande ${f.path} vers une autre adresse : elle n'est pas suivie, ` +
      "pour ne pas y envoyer la clé. Vérifiez le réseau (portail, antivirus).",
    en: (f) =>
      `${f.provider} sends the request ${f.path} to another address: it is not followed, so that ` +
      "the key does not go there. Check the network (portal, antivirus).",
  }),
  "providers.reply-too-large": sentence<Provider & { path: string; limitBytes: number }>({
    fr: (f) =>
      `La réponse de ${f.provider} à ${f.path} dépasse ${f.limitBytes} octets ; elle est écartée. ` +
      "Signalez-le : rien n'est enregistré.",
    en: (f) =>
      `The reply of ${f.provider} to ${f.path} exceeds ${f.limitBytes} bytes; it is dropped. ` +
      "Report it: nothing was stored.",
  }),
  "providers.unknown-reply": sentence<Provider & { path: string; field: string }>({
    fr: (f) =>
      `La réponse de ${f.provider} à ${f.path} n'est pas comprise (${f.field}) ; elle est écartée ` +
      "entière. Mettez l'application à jour ou signalez-le.",
    en: (f) =>
      `The reply of ${f.provider} to ${f.path} is not understood (${f.field}); it is dropped as ` +
      "a whole. Update the application or report it.",
  }),
  "providers.unknown-account": sentence<Provider & { account: string }>({
    fr: (f) => `${f.provider} ne connaît pas le compte ${f.account} avec cette clé.`,
    en: (f) => `${f.provider} does not know the account ${f.account} with this key.`,
  }),
} as const;
