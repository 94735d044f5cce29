import type { Facts, Rule } from '../rule.ts';

/** Rules about what is weak where it stands: a call, a check that never refuses, a setting, a secret that is written down. */
export const WEAKNESS_RULES: readonly Rule[] = [
  {
    id: 'B4-trust-all-certificates',
    en: {
      what: (facts) => `${facts.text('what')} accepts every certificate.`,
      why: () =>
        'Whoever sits between the two ends shows a certificate of his own, reads everything and changes what he likes.',
      fix: () =>
        'Use the trust of the platform; for a private authority put its certificate into a trust store and load that.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} принимает любой сертификат.`,
      why: () =>
        'Тот, кто стоит между сторонами, предъявит свой сертификат, прочтёт всё и изменит что захочет.',
      fix: () =>
        'Пользуйтесь доверием платформы; для своего центра сертификации положите его сертификат в хранилище и загружайте его.',
    },
  },
  {
    id: 'B4-unverified-host',
    en: {
      what: (facts) => `${facts.text('what')} accepts a certificate for any host.`,
      why: () => 'A valid certificate for any other name is enough to stand in between.',
      fix: () =>
        'Remove the verifier; the default compares the name. Give the host a certificate with its own name.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} принимает сертификат для любого хоста.`,
      why: () => 'Чтобы встать посередине, достаточно действующего сертификата на любое другое имя.',
      fix: () => 'Уберите проверку: по умолчанию имя сравнивается. Выдайте хосту сертификат на его имя.',
    },
  },
  {
    id: 'B4-unverified-token',
    en: {
      what: (facts) => `${facts.text('what')} takes a token without a look at its signature.`,
      why: () => 'Anybody writes a token with the name and the roles he would like to have.',
      fix: (facts) =>
        facts.isOf('auth-libraries.jjwt')
          ? 'Use parseSignedClaims (parseClaimsJws before 0.12) with the key, and allow no other algorithm.'
          : 'Verify before reading: JWT.require(algorithm).build().verify(token), a JwtDecoder, or a JWTProcessor.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} принимает токен, не глядя на подпись.`,
      why: () => 'Кто угодно напишет токен с тем именем и теми ролями, какие ему нравятся.',
      fix: (facts) =>
        facts.isOf('auth-libraries.jjwt')
          ? 'Вызывайте parseSignedClaims (до 0.12 — parseClaimsJws) с ключом и не допускайте других алгоритмов.'
          : 'Проверяйте до чтения: JWT.require(algorithm).build().verify(token), JwtDecoder или JWTProcessor.',
    },
  },
  {
    id: 'C3-weak-password-storage',
    en: {
      what: (facts) => `${facts.text('what')} keeps passwords as they are or under a fast hash.`,
      why: () => 'Whoever gets the table has the passwords, at once or after hours on a graphics card.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Use PasswordEncoderFactories.createDelegatingPasswordEncoder() or Argon2PasswordEncoder, and hash the old passwords at the next login.'
          : 'Use Argon2id, bcrypt or PBKDF2 with many rounds, and hash the old passwords at the next login.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} хранит пароли как есть или под быстрым хешем.`,
      why: () => 'Кто получит таблицу, получит и пароли: сразу или за часы на видеокарте.',
      fix: (facts) =>
        facts.isOf('spring')
          ? 'Возьмите PasswordEncoderFactories.createDelegatingPasswordEncoder() или Argon2PasswordEncoder, старые пароли перехешируйте при следующем входе.'
          : 'Возьмите Argon2id, bcrypt или PBKDF2 с большим числом итераций, старые пароли перехешируйте при следующем входе.',
    },
  },
  {
    id: 'C3-hard-coded-secret',
    en: {
      what: (facts) => `A secret is written into the repository: ${facts.text('what')}${placeEn(facts)}.`,
      why: () =>
        'Everybody with a copy of the repository has it, now and in every old revision; it cannot be changed without a release.',
      fix: (facts) =>
        facts.isOf('secret-names')
          ? 'Read it from the environment or a secret store at start, change the value that was written down, and leave no default behind.'
          : 'Load the key from a key store or the environment, and change the one that was written down.',
    },
    ru: {
      what: (facts) => `В репозитории записан секрет: ${facts.text('what')}${placeRu(facts)}.`,
      why: () =>
        'Он есть у каждого, у кого есть копия репозитория, сейчас и во всех старых версиях; без выпуска его не сменить.',
      fix: (facts) =>
        facts.isOf('secret-names')
          ? 'Читайте его при запуске из окружения или хранилища секретов, записанное значение смените и не оставляйте значения по умолчанию.'
          : 'Загружайте ключ из хранилища ключей или окружения, а записанный смените.',
    },
  },
  {
    id: 'C2-error-detail-configured',
    en: {
      what: (facts) => `${facts.text('what')} sends details of every failure to the client${placeEn(facts)}.`,
      why: () =>
        'Messages and stack traces name tables, paths, classes and versions; they tell an attacker what to try next.',
      fix: () =>
        'Set it to never in the profile that runs in production, and answer with constant texts and an id from one @ControllerAdvice.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} отправляет клиенту подробности каждого сбоя${placeRu(facts)}.`,
      why: () =>
        'В сообщениях и трассировках стоят имена таблиц, пути, классы и версии: они подсказывают атакующему следующий шаг.',
      fix: () =>
        'Задайте never в профиле рабочего окружения и отвечайте постоянными текстами с идентификатором из одного @ControllerAdvice.',
    },
  },
  {
    id: 'A3-unbounded-upload',
    en: {
      what: (facts) => `${facts.text('what')} lets uploads be as large as they like.`,
      why: () => 'A few requests fill the disk or the memory, and the application is gone for everybody.',
      fix: () =>
        'Set spring.servlet.multipart.max-file-size and max-request-size to what the feature needs, and check type and number of files.',
    },
    ru: {
      what: (facts) => `${facts.text('what')} разрешает загрузки любого размера.`,
      why: () => 'Несколько запросов заполнят диск или память, и приложение станет недоступно всем.',
      fix: () =>
        'Задайте spring.servlet.multipart.max-file-size и max-request-size по потребности, проверяйте тип и число файлов.',
    },
  },
  {
    id: 'D2-trusted-identity-header',
    en: {
      what: (facts) => `Who the caller is comes from the header ${facts.text('what')}.`,
      why: () =>
        'Anybody who reaches this service past the gateway, from the same network or by a misrouted path, writes the header himself and is whoever he likes.',
      fix: () =>
        'Take the identity from a signed token that this service verifies (resource server), or let only the gateway connect (mutual TLS) and have it drop these headers from outside.',
    },
    ru: {
      what: (facts) => `Кто вызывает, говорит заголовок ${facts.text('what')}.`,
      why: () =>
        'Кто достанет до сервиса в обход шлюза, из той же сети или по ошибочному маршруту, напишет заголовок сам и станет кем захочет.',
      fix: () =>
        'Берите личность из подписанного токена, который этот сервис проверяет (resource server), либо пускайте только шлюз (взаимный TLS), а он пусть убирает такие заголовки извне.',
    },
  },
  {
    id: 'A1-csrf-disabled',
    en: {
      what: (facts) =>
        `${facts.text('what')} switches the protection against forged requests off, and users log in by a session.`,
      why: () =>
        'A page of somebody else makes the browser of a user send requests here with his session; they look like his own.',
      fix: () =>
        'Leave csrf on for everything that a browser session can reach; where only tokens in headers authenticate, make the chain STATELESS instead.',
    },
    ru: {
      what: (facts) =>
        `${facts.text('what')} отключает защиту от поддельных запросов, а пользователи входят через сеанс.`,
      why: () =>
        'Чужая страница заставит браузер пользователя отправлять сюда запросы с его сеансом; они выглядят как его собственные.',
      fix: () =>
        'Оставьте csrf для всего, куда достаёт сеанс браузера; если аутентификация только по токену в заголовке, сделайте цепочку STATELESS.',
    },
  },
];

function placeEn(facts: Facts): string {
  if (facts.text('surroundings') === 'production') return ', for production';
  return facts.text('surroundings') === 'development' ? ', for development only' : '';
}

function placeRu(facts: Facts): string {
  if (facts.text('surroundings') === 'production') return ' (рабочее окружение)';
  return facts.text('surroundings') === 'development' ? ' (только для разработки)' : '';
}
