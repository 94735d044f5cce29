# The web app as an image: pages, API and workers in one, told apart by APP_MODE. Build from the root of the repository:
#
#   docker build -t csqa-web .
#
# It runs on PostgreSQL (DATABASE_URL) or on the embedded one, and analyses in containers of the engine whose socket is
# mounted, or in processes of its own. It starts as root to learn the group of that socket, and goes on as user node.

ARG NODE_IMAGE=node:24-trixie-slim

FROM ${NODE_IMAGE} AS programs
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends ca-certificates docker-cli git tini \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /usr/share/doc/* /usr/share/man/* /usr/share/locale/*

# What the packages ask for: it changes less often than the code, and is not fetched again with every change of that.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY analyzer/package.json analyzer/
COPY packages packages
RUN find packages -type f ! -regex 'packages/[^/]*/package.json' -delete

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY --from=manifests /build .
RUN npm ci
COPY . .
RUN npm run build -- --filter=@csqa/web

# What runs, without what builds.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /opt/csqa
COPY package.json package-lock.json .npmrc ./
COPY analyzer/package.json analyzer/
COPY packages/orchestrator/package.json packages/orchestrator/
COPY packages/report/package.json packages/report/
COPY packages/web/package.json packages/web/
RUN npm ci --omit=dev --omit=optional --workspace=@csqa/analyzer --workspace=@csqa/orchestrator --workspace=@csqa/report --workspace=@csqa/web \
 && rm -rf /root/.npm

# For work on the code: everything that builds, and the code from outside (docker-compose.dev.yml).
FROM programs AS dev
ARG APP_ROOT=/workspace
WORKDIR ${APP_ROOT}
COPY --from=build /build .
RUN mkdir -p /app/out && chmod 0777 /app/out
ENV HOME=/tmp
EXPOSE 8080
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["npm", "run", "dev", "-w", "@csqa/web"]

FROM programs AS web
COPY --from=dependencies /opt/csqa /opt/csqa
COPY --from=build /build/packages/report/dist /opt/csqa/packages/report/dist
COPY --from=build /build/packages/orchestrator/dist /opt/csqa/packages/orchestrator/dist
COPY --from=build /build/analyzer/data /opt/csqa/analyzer/data
COPY --from=build /build/analyzer/dist /opt/csqa/analyzer/dist
COPY --from=build /build/packages/web/dist /opt/csqa/packages/web/dist
# Platforms that start images as a user of their own choice must find the data directory open.
RUN mkdir -p /app/out /var/lib/csqa && chmod 0777 /app/out /var/lib/csqa \
 && chmod 0755 /opt/csqa/packages/web/dist/main.js \
 && ln -s /opt/csqa/packages/web/dist/main.js /usr/local/bin/csqa
# What V8 compiles of the programs is kept, so that no start compiles it again, above all that of an analysis in a process of its own.
# Node looks for it under the number of the user: root, node, and other common ones share what root keeps here.
RUN --mount=type=bind,source=examples/clinic,target=/src \
    export NODE_COMPILE_CACHE=/opt/csqa/compiled-code \
 && node /opt/csqa/analyzer/dist/main.js analyze --source /src --out /tmp/warm > /dev/null \
 && node /opt/csqa/packages/web/dist/main.js --help > /dev/null \
 && rm -r /tmp/warm \
 && chmod -R a+rX /opt/csqa/compiled-code \
 && cd /opt/csqa/compiled-code \
 && for kept in *-0; do for user in 1000 1001 10001; do ln -s "$kept" "${kept%-0}-$user"; done; done
ENV NODE_ENV=production HOME=/tmp NODE_COMPILE_CACHE=/opt/csqa/compiled-code
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "/opt/csqa/packages/web/dist/healthcheck.js"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "/opt/csqa/packages/web/dist/container.js"]
