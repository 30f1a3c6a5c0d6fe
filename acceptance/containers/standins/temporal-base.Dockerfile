# What the images of Temporal stand on: BusyBox as the shell and the tools, as in Alpine, whose nc knows -z as well.
FROM debian:13-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends busybox ca-certificates netcat-openbsd tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && ln -sf /bin/busybox /usr/bin/sh && ln -sf /bin/busybox /usr/local/bin/wget \
 && groupadd --gid 1000 temporal && useradd --uid 1000 --gid temporal --create-home temporal
