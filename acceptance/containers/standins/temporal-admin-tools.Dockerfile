# temporalio/admin-tools: as its own Dockerfile lays it out, with the schema of the same release.
FROM tenure-standin/temporal-base
COPY --chown=0:0 temporal sql /usr/local/bin/
RUN mv /usr/local/bin/sql /usr/local/bin/temporal-sql-tool && chmod 0755 /usr/local/bin/temporal /usr/local/bin/temporal-sql-tool
COPY schema /etc/temporal/schema
RUN chmod -R a+rX /etc/temporal/schema
USER temporal
CMD ["sh", "-c", "trap exit INT HUP TERM; sleep infinity"]
