#!/usr/bin/env python3
"""From `java -jar` to the first classification, and the memory of a service that only classifies.

    ./mvnw package -DskipTests && docker build -t lenet5-service . && src/test/load/start.py JAVA_HOME...

Starts the packed jar in each of its forms, in turn, in a new data folder and again in the same one, and asks for a
classification until the first is answered. Prints medians as a Markdown table. With no JAVA_HOME the java on the path is
taken; the AOT cache needs JDK 25, the image a running Docker; what is missing is left out.
"""

import argparse
import glob
import http.client
import os
import signal
import statistics
import subprocess
import tempfile
import time

PORT = 8199
FLAGS = ["--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"]
PATIENCE_SECONDS = 120
FIRST_REQUESTS = 200
REQUESTS = 5000


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Process:
    """The service as a process of this machine, its database in the folder `data`."""

    def __init__(self, name, command):
        self.name, self.command = name, command

    def start(self, data):
        url = f"jdbc:h2:file:{data}/lenet;DB_CLOSE_ON_EXIT=FALSE"
        self.process = subprocess.Popen(
            self.command + [f"--server.port={PORT}", f"--spring.datasource.url={url}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return self.process.pid

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


class Container:
    """The service as a container of 1 GiB, its database on a volume that goes by the folder's name."""

    def __init__(self, name, image):
        self.name, self.image = name, image

    def start(self, data):
        volume = os.path.basename(data)
        limits = ["--memory", "1g", "--memory-swap", "1g", "--publish", f"127.0.0.1:{PORT}:8080"]
        self.id = output("docker", "run", "--detach", *limits, "--volume", f"{volume}:/lenet/data", self.image)
        return int(output("docker", "inspect", "--format", "{{.State.Pid}}", self.id))

    def stop(self):
        output("docker", "stop", self.id)
        output("docker", "rm", self.id)


def classify(connection, picture):
    connection.request("POST", "/api/v1/classifications", picture, {"Content-Type": "image/png"})
    answer = connection.getresponse()
    answer.read()
    return answer.status == 200


def await_classification(picture):
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE_SECONDS)
        try:
            if classify(connection, picture):
                return connection
        except (OSError, http.client.HTTPException):
            time.sleep(0.01)
    raise SystemExit("the service did not answer")


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def milliseconds_of(connection, picture):
    start = time.monotonic()
    if not classify(connection, picture):
        raise SystemExit("a classification failed")
    return (time.monotonic() - start) * 1000


def run(service, data, picture, requests):
    """One start: seconds to the first answer, MiB resident then and after `requests`, and their milliseconds."""
    begin = time.monotonic()
    pid = service.start(data)
    try:
        connection = await_classification(picture)
        seconds = time.monotonic() - begin
        before = resident(pid)
        times = [milliseconds_of(connection, picture) for _ in range(requests)]
        return {"seconds": seconds, "before": before, "after": resident(pid), "times": times}
    finally:
        service.stop()


def version_of(java):
    """As in `openjdk version "25.0.3"`, which goes to the standard error."""
    said = subprocess.run([java, "-version"], check=True, capture_output=True, text=True).stderr
    return said.split('"')[1]


def forms(jar, java_homes, image, folder):
    """Every form of the service that can be had here."""
    for home in java_homes:
        java = f"{home}/bin/java"
        number = version_of(java)
        yield Process(f"`java -jar`, JDK {number}", [java, *FLAGS, "-jar", jar])
        extracted = f"{folder}/jdk-{number}"
        output(java, "-Djarmode=tools", "-jar", jar, "extract", "--destination", extracted)
        application = glob.glob(f"{extracted}/*.jar")[0]
        yield Process(f"extracted, JDK {number}", [java, *FLAGS, "-jar", application])
        if int(number.split(".")[0]) >= 25:
            cache = f"{folder}/{number}.aot"
            output(java, *FLAGS, f"-XX:AOTCacheOutput={cache}", "-cp", application, "lenet.TrialRun")
            yield Process(f"extracted, AOT cache, JDK {number}",
                          [java, f"-XX:AOTCache={cache}", *FLAGS, "-jar", application])
    if subprocess.run(["docker", "image", "inspect", image], capture_output=True).returncode == 0:
        yield Container("the image, 1 GiB", image)


def a_picture(service, folder):
    service.start(f"{folder}/picture")
    try:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT)
                connection.request("GET", "/api/v1/dataset/test/0", headers={"Accept": "image/png"})
                return connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
        raise SystemExit("the service did not answer")
    finally:
        service.stop()


def row(name, data, runs):
    median = lambda key: statistics.median(one[key] for one in runs)
    first = sorted(runs[-1]["times"][:FIRST_REQUESTS])
    return (f"| {name} | {data} | {median('seconds'):.2f} | {min(one['seconds'] for one in runs):.2f}"
            f" | {median('before'):.0f} | {runs[-1]['after']:.0f} | {first[FIRST_REQUESTS // 2]:.1f}"
            f" | {first[FIRST_REQUESTS * 99 // 100 - 1]:.1f} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=3, help="starts of each form with each folder")
    arguments.add_argument("--image", default="lenet5-service")
    arguments.add_argument("java_homes", nargs="*", metavar="JAVA_HOME")
    chosen = arguments.parse_args()
    homes = chosen.java_homes or [os.path.dirname(os.path.dirname(os.path.realpath("/usr/bin/java")))]
    jar = os.path.abspath(glob.glob("target/lenet5-service-*.jar")[0])
    with tempfile.TemporaryDirectory(prefix="lenet-start-") as folder:
        services = list(forms(jar, homes, chosen.image, folder))
        picture = a_picture(services[0], folder)
        results = {}
        for number in range(chosen.runs):
            for index, service in enumerate(services):
                # A volume's name has to be one of its own.
                data = f"{folder}/{os.path.basename(folder)}-{index}-{number}"
                for kind in "new", "existing":
                    last = number == chosen.runs - 1 and kind == "existing"
                    requests = REQUESTS if last else FIRST_REQUESTS
                    results.setdefault((service.name, kind), []).append(run(service, data, picture, requests))
                if isinstance(service, Container):
                    output("docker", "volume", "rm", os.path.basename(data))
    print("load average " + open("/proc/loadavg").read().split()[0])
    print(f"| form | data folder | s, median | s, least | MiB then | MiB after {REQUESTS:,} (existing) or {FIRST_REQUESTS}"
          f" | ms, p50 of {FIRST_REQUESTS} | ms, p99 of {FIRST_REQUESTS} |")
    print("| --- | --- | --: | --: | --: | --: | --: | --: |")
    for (name, kind), runs in results.items():
        print(row(name, kind, runs))


if __name__ == "__main__":
    main()
