# eclipse-temurin:25-jdk: this machine's JDK at the place of the image's own.
FROM debian:13-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends binutils ca-certificates curl \
 && rm -rf /var/lib/apt/lists/*
COPY certificates/ /usr/local/share/ca-certificates/
RUN update-ca-certificates
COPY jdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH LANG=C.UTF-8 LC_ALL=C.UTF-8
CMD ["jshell"]
