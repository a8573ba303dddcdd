#!/usr/bin/env python3
"""How long the slowest requests take: p50, p99 and requests a second at 16, 64 and 256 connections.

    src/test/load/tail.py 'jar=java … -jar target/lenet5-service-0.1.0.jar' 'image=docker run …'

Starts each service by the command that is given for it, in which {port} is replaced, and lets wrk post digits to them in
turn, in several rounds, idle and while a job of the default recipe trains in the service itself. wrk runs on the same
processors. Prints medians over the rounds as a Markdown table, the median of p99 / p50 within a round, and the processor
time of the service a request, which depends least on what else the machine does; of containers it cannot be seen.
"""

import argparse
import json
import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
PICTURES = 20
FIRST_PORT = 18180
PATIENCE_SECONDS = 180
LONG_JOB = {"epochs": 200, "promote": "never", "name": "beside a load"}


class Service:
    """A running service and its address."""

    def __init__(self, name, command, port, log):
        self.name, self.address = name, f"http://127.0.0.1:{port}"
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                shlex.split(command.replace("{port}", str(port))), stdout=out, stderr=subprocess.STDOUT
            )

    def request(self, path, body=None, **headers):
        request = urllib.request.Request(self.address + path, body, headers)
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
            return response.read()

    def await_answer(self):
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return self.request("/actuator/health/readiness")
            except OSError:
                time.sleep(0.2)
        sys.exit(f"{self.name} does not answer:\n{self.log.read_text()[-2000:]}")

    def start_training(self):
        """The path of a job that runs."""
        job = json.loads(
            self.request("/api/v1/training-jobs", json.dumps(LONG_JOB).encode(), **{"Content-Type": "application/json"})
        )
        path = f"/api/v1/training-jobs/{job['id']}"
        end = time.monotonic() + PATIENCE_SECONDS
        while json.loads(self.request(path))["state"] != "RUNNING" or self.epoch(path) < 2:
            if time.monotonic() > end:
                sys.exit(f"{self.name} does not begin {path}")
            time.sleep(0.1)
        return path

    def epoch(self, path):
        return json.loads(self.request(path))["progress"]["epoch"]

    def cancel(self, path):
        self.request(path + "/cancel", b"")
        while json.loads(self.request(path))["state"] == "RUNNING":
            time.sleep(0.1)

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def load(self, connections, seconds, folder):
        before = self.processor_seconds()
        wrk = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout=30s", "--latency", "-s", HERE / "pictures.lua",
             self.address + "/api/v1/classifications", "--", folder, str(PICTURES)],
            check=True, capture_output=True, text=True)
        run = json.loads(wrk.stdout.strip().splitlines()[-1])
        requests = run["rate"] * seconds
        return run | {"processor": (self.processor_seconds() - before) / requests * 1e6}

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5, help="of each run")
    parser.add_argument("--warm-up", type=int, default=30, help="seconds for each service")
    parser.add_argument("--connections", default="16,64,256")
    parser.add_argument("--idle", action="store_true", help="leave out the runs beside a job")
    parser.add_argument("services", nargs="+", metavar="NAME=COMMAND")
    return parser.parse_args()


def measure(services, chosen, folder):
    runs = {}
    states = (False,) if chosen.idle else (False, True)
    for number in range(chosen.rounds):
        turn = number % len(services)
        for training in states:
            for service in services[turn:] + services[:turn]:
                job = service.start_training() if training else None
                for connections in map(int, chosen.connections.split(",")):
                    run = service.load(connections, chosen.seconds, folder)
                    runs.setdefault((training, connections, service.name), []).append(run)
                if job:
                    service.cancel(job)
        print(f"round {number + 1} of {chosen.rounds}, load average {Path('/proc/loadavg').read_text().split()[0]}",
              file=sys.stderr)
    return runs


def table(runs):
    lines = ["| | connections | service | requests/s | of the best | p50, ms | p99, ms | p99 / p50 | processor, µs | failed |",
             "| --- | --: | --- | --: | --: | --: | --: | --: | --: | --: |"]
    median = lambda values: statistics.median(list(values))
    best = {}
    for (training, connections, _), rounds in runs.items():
        key = training, connections
        best[key] = max(best.get(key, 0), median(run["rate"] for run in rounds))
    for (training, connections, name), rounds in sorted(runs.items()):
        rate = median(run["rate"] for run in rounds)
        lines.append(
            f"| {'while a job trains' if training else 'idle'} | {connections} | {name} | {rate:,.0f}"
            f" | {rate / best[training, connections] * 100:.0f} % | {median(run['p50'] for run in rounds):.2f}"
            f" | {median(run['p99'] for run in rounds):.2f} | {median(run['p99'] / run['p50'] for run in rounds):.1f}"
            f" | {median(run['processor'] for run in rounds):.0f} | {sum(run['failed'] for run in rounds)} |")
    return "\n".join(lines)


def main():
    chosen = arguments()
    with tempfile.TemporaryDirectory(prefix="lenet-tail-") as temporary:
        folder = Path(temporary)
        services = []
        try:
            for number, named in enumerate(chosen.services):
                name, command = named.split("=", 1)
                services.append(Service(name, command, FIRST_PORT + number, folder / f"{number}.log"))
                services[-1].await_answer()
            for i in range(PICTURES):
                picture = services[0].request(f"/api/v1/dataset/test/{i}", Accept="image/png")
                (folder / f"{i}.png").write_bytes(picture)
            for service in services:
                service.load(16, chosen.warm_up, folder)
            print(table(measure(services, chosen, folder)))
        finally:
            for service in services:
                service.stop()


if __name__ == "__main__":
    main()
