# temporalio/ui: as its own Dockerfile lays it out, with the start script and the configuration of the same release.
FROM tenure-standin/temporal-base
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /home/ui-server
COPY --chown=temporal:temporal server ./ui-server
COPY --chown=temporal:temporal docker.yaml ./config/docker.yaml
COPY --chown=temporal:temporal start-ui-server.sh ./start-ui-server.sh
RUN chmod 0755 ui-server start-ui-server.sh
USER temporal
EXPOSE 8080
ENV TEMPORAL_CLOUD_UI=false
ENTRYPOINT ["./start-ui-server.sh"]
