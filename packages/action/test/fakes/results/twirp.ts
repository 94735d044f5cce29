import type { FastifyInstance, FastifyRequest } from 'fastify';

/** An answer of a service that is no success. */
export class TwirpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What a call is given: its message, and the address that it came to. */
export interface TwirpCall {
  readonly message: Readonly<Record<string, unknown>>;
  readonly origin: string;
}

/** One method of a service: a message in, a message out. Throws a TwirpError. */
export type TwirpMethod = (call: TwirpCall) => object;

/** Adds a service of the Twirp protocol, in JSON, for whoever has the token. */
export function twirpService(
  app: FastifyInstance,
  { service, token }: { readonly service: string; readonly token: string },
  methods: Readonly<Record<string, TwirpMethod>>,
): void {
  app.post(`/twirp/${service}/:method`, (request, reply) => {
    try {
      return reply.send(answer(request, token, methods));
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error;
      return reply.code(error.status).send({ code: error.code, msg: error.message });
    }
  });
}

function answer(
  request: FastifyRequest,
  token: string,
  methods: Readonly<Record<string, TwirpMethod>>,
): object {
  if (request.headers.authorization !== `Bearer ${token}`)
    throw new TwirpError(401, 'unauthenticated', 'the token of the runtime is missing or wrong');
  const method = methods[(request.params as { method: string }).method];
  if (method === undefined) throw new TwirpError(404, 'bad_route', 'no such method');
  const message = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  return method({ message, origin: `http://${request.headers.host}` });
}

/** A text of a message; refuses a message without it. */
export function textOf(message: Readonly<Record<string, unknown>>, key: string): string {
  const value = message[key];
  if (typeof value !== 'string' || value === '')
    throw new TwirpError(400, 'invalid_argument', `${key} is required`);
  return value;
}
