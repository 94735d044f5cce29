import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { type PageContext, type PageUser, wordsOf } from '../../pages/page-context.ts';
import { type PageProps, renderPage } from '../../pages/render-page.ts';
import type { Principal } from '../access/principal.ts';
import type { AppParts } from '../app-parts.ts';
import { type Link, linksUnder } from '../links.ts';
import type { ReportShelf } from '../reports/render-report.ts';
import { filePath } from './page-files.ts';
import { languageOf, themeOf } from './preferences.ts';

/** What routes of pages work with. */
export type PageParts = AppParts & { readonly shelf: ReportShelf };

/** Draws pages for whoever asks. */
export class PageDesk {
  readonly link: Link;
  readonly #parts: AppParts;

  constructor(parts: AppParts) {
    this.#parts = parts;
    this.link = linksUnder(parts.config.basePath);
  }

  /** What every page knows of the request that it answers. */
  contextOf(request: FastifyRequest): PageContext {
    const language = languageOf(request);
    const { principal } = request;
    return {
      ...{ language, theme: themeOf(request), link: this.link, csrf: request.csrfToken },
      // A page that answers a form is left by the way that leads back to where the form was.
      here: request.method === 'GET' ? request.url : '/',
      user: principal === null ? null : userOf(principal),
      assets: {
        script: this.link(filePath('app.js')),
        style: this.link(filePath('style.css')),
        icon: this.link(filePath('icon.svg')),
      },
      now: this.#parts.clock(),
      ...wordsOf(language),
    };
  }

  /** Answers with a page. */
  send<Model>(
    { request, reply }: Exchange,
    Page: (props: PageProps<Model>) => JSX.Element,
    model: Model,
  ): FastifyReply {
    return reply
      .type('text/html; charset=utf-8')
      .send(renderPage(Page, { page: this.contextOf(request), model }));
  }
}

function userOf({ name, scope, via }: Principal): PageUser {
  return { name, scope, isSignedIn: via === 'cookie' };
}

/** A request with its reply. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
