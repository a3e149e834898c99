# syntax=docker/dockerfile:1

# The pages.
FROM node:22-bookworm-slim AS pages
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY web ./
COPY docs /src/docs
RUN npm run --silent build -- --logLevel warn

# The program, static, with the pages and the seed dataset in it.
FROM golang:1.26-bookworm AS program
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
COPY --from=pages /src/web/dist/pages web/dist/pages
ARG VERSION=
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /citygraph ./cmd/citygraph

# Nothing else but the authorities that sign certificates, for neo4j+s:// and bolt+s://.
FROM scratch
COPY --from=program /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=program /citygraph /citygraph
USER 65532:65532
ENV CITYGRAPH_ADDR=0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["/citygraph"]
CMD ["serve"]
