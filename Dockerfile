# The image: Payara Micro with the WAR. Build it in the project's folder:
#   docker build -t storesync .
# With a WAR that is built already (mvn package, then mvn dependency:copy@server-for-tests) in place of the first stage:
#   docker build -t storesync --build-context war=. .
# Keep the health check with podman and buildah: --format docker
# It runs with a read-only root file system, and wants time to hand its runs over when it is stopped:
#   docker run --read-only --tmpfs /tmp --stop-timeout 40 -v storesync:/var/lib/storesync …
ARG BASE=docker.io/library/eclipse-temurin:17-jre
ARG MAVEN=docker.io/library/maven:3-eclipse-temurin-17

FROM ${MAVEN} AS war
WORKDIR /
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package dependency:copy@server-for-tests

FROM ${BASE}
# One folder is written to; everything else may be read-only (with a tmpfs at /tmp).
RUN mkdir -p /var/lib/storesync && chown 10001:10001 /var/lib/storesync
COPY --from=war /target/server/payara-micro.jar /opt/storesync/payara-micro.jar
COPY --from=war /target/storesync.war /opt/storesync/storesync.war
COPY server-config/preboot.asadmin server-config/json-logging.properties /opt/storesync/
COPY --chmod=755 server-config/is-ready /opt/storesync/is-ready
# In a container the proxy is another host; the demo marketplace is off.
ENV STORESYNC_HOME=/var/lib/storesync \
    STORESYNC_DEMO=false \
    HTTP_ADDRESS=0.0.0.0 \
    STORESYNC_TRUSTED_PROXIES=172.16.0.0/12,10.88.0.0/16 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70"
USER 10001
WORKDIR /var/lib/storesync
VOLUME /var/lib/storesync
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["/opt/storesync/is-ready"]
# As the first process java gets SIGTERM itself. A server whose deployment failed goes on without the application:
# the health check tells.
ENTRYPOINT ["java", "-jar", "/opt/storesync/payara-micro.jar", \
    "--deploy", "/opt/storesync/storesync.war", "--contextroot", "/", "--port", "8080", \
    "--nohazelcast", "--disablephonehome", "--prebootcommandfile", "/opt/storesync/preboot.asadmin"]
