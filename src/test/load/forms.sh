#!/usr/bin/env bash
# Measures the tail of every form of start on this machine, after
#   ./mvnw package -DskipTests && docker build -t lenet5-service .
# The image has the host's network: a published port of this host passes through a program of Docker's that takes half.
# JAVA_HOME decides the JDK; arguments go to tail.py.
set -euo pipefail
cd "$(dirname "$0")/../../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$(ls target/lenet5-service-*.jar)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$java" -Djarmode=tools -jar "$jar" extract --destination "$folder/extracted"
# As in the image's container of 1 GiB, for which the JVM chooses both by itself.
run="$java -XX:+UseSerialGC -Xmx460m --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -jar"
settings="--server.port={port} --spring.datasource.url=jdbc:h2:mem:tail{port};DB_CLOSE_DELAY=-1"
extracted=$(ls "$folder"/extracted/*.jar)
src/test/load/tail.py "$@" \
  "java -jar=$run $jar $settings" \
  "extracted=$run $extracted $settings" \
  "extracted, virtual threads=$run $extracted $settings --spring.threads.virtual.enabled=true" \
  "image=docker run --rm --memory 1g --memory-swap 1g --network host --env SERVER_PORT={port} lenet5-service"
