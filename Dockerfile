# One image for every role; the command names the role: @roles/api.args, @roles/worker.args, @roles/sandbox.args.
FROM eclipse-temurin:25-jdk AS java
# What the roles need of Java, with jcmd for whoever looks into a running one.
RUN jlink --compress zip-6 --no-header-files --no-man-pages --output /java \
      --add-modules java.se,jdk.unsupported,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.jfr,jdk.jcmd

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/m2 \
    ./mvnw -B -ntp -Dmaven.repo.local=/m2 -pl dist -am -Dmaven.test.skip=true package
# PostgreSQL is a container of its own here.
RUN cd dist/target/tenure \
 && rm -f lib/embedded-postgres-binaries-*.jar roles/database.* built

FROM debian:13-slim
ENV LC_ALL=C.UTF-8 PATH=/opt/java/bin:$PATH
RUN groupadd --system --gid 10001 tenure \
 && useradd --system --uid 10001 --gid tenure --home-dir /var/lib/tenure --create-home tenure
COPY --from=java --chown=root:root /java /opt/java
COPY --from=build --chown=root:root /src/dist/target/tenure /opt/tenure
COPY --chown=root:root --chmod=0755 dist/compose/ready.sh dist/compose/cache.sh /opt/tenure/
WORKDIR /opt/tenure
# Where the image runs, and of the files as they lie there: Java passes over a cache of others.
RUN ./cache.sh
USER 10001:10001
VOLUME /var/lib/tenure
ENTRYPOINT ["java"]
CMD ["@roles/api.args"]
