# The page of one case:
#   docker build --tag conflict-timeline .
#   docker run --rm --publish 127.0.0.1:8050:8050 --volume my-case:/case conflict-timeline
#   docker run --rm --volume my-case:/case --volume "$PWD/reports:/reports:ro" conflict-timeline read /reports
# With --build-arg BROWSER=chromium the container can also export PNG, SVG and PDF.
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir "hatchling>=1.27,<2" \
    && pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.13-slim
ARG BROWSER=""
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-noto-core ${BROWSER} \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 reader \
    && install --directory --owner reader /case
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/*.whl)[all]"
USER reader
WORKDIR /case
VOLUME /case
ENV CONFLICT_TIMELINE_DATABASE=/case/conflict-timeline.db
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8050/healthz', timeout=4)"]
ENTRYPOINT ["conflict-timeline"]
CMD ["serve", "--host", "0.0.0.0", "--no-browser"]
