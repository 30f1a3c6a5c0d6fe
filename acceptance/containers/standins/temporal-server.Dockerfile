# temporalio/server: as its own Dockerfile lays it out, with the entrypoint of the same release.
FROM tenure-standin/temporal-base
COPY --chown=0:0 server /usr/local/bin/temporal-server
COPY --chown=0:0 entrypoint.sh /etc/temporal/entrypoint.sh
RUN chmod 0755 /usr/local/bin/temporal-server /etc/temporal/entrypoint.sh
WORKDIR /etc/temporal
USER temporal
CMD ["/etc/temporal/entrypoint.sh"]
