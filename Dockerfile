# One image for every role; the command names the role: @roles/api.args, @roles/worker.args, @roles/sandbox.args.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/m2 \
    ./mvnw -B -ntp -Dmaven.repo.local=/m2 -pl dist -am -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
ENV LC_ALL=C.UTF-8
RUN groupadd --system --gid 10001 tenure \
 && useradd --system --uid 10001 --gid tenure --home-dir /var/lib/tenure --create-home tenure
COPY --from=build --chown=root:root /src/dist/target/tenure /opt/tenure
COPY --chown=root:root --chmod=0755 dist/compose/ready.sh /opt/tenure/ready.sh
# PostgreSQL is a container of its own here.
RUN rm -f /opt/tenure/lib/embedded-postgres-binaries-*.jar /opt/tenure/roles/database.*
USER 10001:10001
WORKDIR /opt/tenure
VOLUME /var/lib/tenure
ENTRYPOINT ["java"]
CMD ["@roles/api.args"]
