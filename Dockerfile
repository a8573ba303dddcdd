# The service on Temurin 25, in layers that change at different speeds.
# Build the jar first: ./mvnw package -DskipTests
FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY target/lenet5-service-*.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 lenet \
    && useradd --uid 10001 --gid lenet --home-dir /lenet --create-home --shell /usr/sbin/nologin lenet \
    && install -d -o lenet -g lenet /lenet/data
WORKDIR /lenet
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# Flags that the AOT cache is made with and holds for; with others the service starts without it. Deeplearning4j's native
# libraries are loaded from where they lie: nothing is unpacked at run time, and nothing need be writable for it.
ENV JAVA_FLAGS="--add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Djava.library.path=/lenet/natives -Dorg.bytedeco.javacpp.pathsfirst=true"
# A trial run classifies as the service will, and unpacks those libraries. The heap's bound is below 32 GiB wherever the image is built: above, references
# are stored in another way, and the cache would fit no smaller container.
RUN java -XX:AOTCacheOutput=/lenet/application.aot -Xmx512m -Xlog:aot=off -Dorg.bytedeco.javacpp.cachedir=/tmp/natives \
        $JAVA_FLAGS -cp /lenet/application.jar lenet.TrialRun \
    && test -s application.aot \
    && mkdir natives && find /tmp/natives -type f -exec mv {} natives/ \; && rm -r /tmp/natives \
    && test -s natives/libnd4jcpu.so
USER 10001:10001
VOLUME /lenet/data
EXPOSE 8080
# Inside a container the loopback address reaches nobody; publish the port where it should be seen.
ENV SERVER_ADDRESS=0.0.0.0
# Fits a container of 1 GiB: half for the heap, the rest for the engine's native memory, code and threads. JavaCPP collects
# garbage, and at last refuses memory, before the kernel would kill the process; give a larger container larger bounds.
ENV JAVA_OPTS="-XX:InitialRAMPercentage=16 -XX:MaxRAMPercentage=45 -XX:MetaspaceSize=128m -XX:+ExitOnOutOfMemoryError -Dorg.bytedeco.javacpp.maxbytes=384m -Dorg.bytedeco.javacpp.maxphysicalbytes=980m"
# The base image has neither curl nor wget; bash opens sockets by itself. It learns of another port or path by variables only.
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET %s/actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' \"${SERVER_SERVLET_CONTEXT_PATH%/}\" >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["sh", "-c", "exec java -XX:AOTCache=/lenet/application.aot $JAVA_FLAGS $JAVA_OPTS -cp /lenet/application.jar lenet.LenetApplication \"$@\"", "lenet"]
