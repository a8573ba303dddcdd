"""Puts the service, an endpoint of it that answers a constant, and FastAPI with PyTorch under the same load in turn.

Starts all three on this machine, lets them classify the same test digits, compares their answers, and then lets wrk
post the digits at 1, 16 and 64 connections, in several rounds. Prints one table in Markdown: medians over the rounds,
and the median of the ratios within a round, for the rounds of a shared machine differ more than the contestants.
"""

import argparse
import contextlib
import gzip
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
RESOURCES = HERE.parents[1] / "main" / "resources"
PICTURES = 100
CONNECTIONS = (1, 16, 64)
SERVICE_PORT = 18080
PEER_PORT = 18081
START_SECONDS = 90

SERVICE = "this service"
CONSTANT = "constant answer"
PEER = "FastAPI + PyTorch"
CONTESTANTS = {
    SERVICE: f"http://127.0.0.1:{SERVICE_PORT}/api/v1/classifications",
    CONSTANT: f"http://127.0.0.1:{SERVICE_PORT}/constant",
    PEER: f"http://127.0.0.1:{PEER_PORT}/classifications",
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True, help="the java that runs the service")
    parser.add_argument("--classpath", required=True, help="its test class path")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="of each run")
    parser.add_argument("--warm-up", type=int, default=30, help="seconds for each contestant")
    return parser.parse_args()


def write_digits(folder: Path) -> list[bytes]:
    """The first digits of MNIST's test set as PNG files 0.png, 1.png, … as Pillow writes them."""
    with gzip.open(RESOURCES / "mnist" / "t10k-images-idx3-ubyte.gz") as idx:
        idx.read(16)
        digits = [idx.read(28 * 28) for _ in range(PICTURES)]
    files = []
    for i, digit in enumerate(digits):
        png = io.BytesIO()
        Image.frombytes("L", (28, 28), digit).save(png, "png")
        (folder / f"{i}.png").write_bytes(png.getvalue())
        files.append(png.getvalue())
    return files


@contextlib.contextmanager
def process(command: list[str], log: Path, **environment: str):
    """A server that runs as long as the block."""
    with log.open("wb") as out, subprocess.Popen(
        command, stdout=out, stderr=subprocess.STDOUT, cwd=HERE, env={**os.environ, **environment}
    ) as server:
        try:
            yield server
        finally:
            server.terminate()


def service(java: str, classpath: str, log: Path):
    return process(
        [
            java,
            # As in the image's container of 1 GiB, for which the JVM chooses both by itself.
            "-XX:+UseSerialGC",
            "-Xmx460m",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classpath,
            "lenet.benchmark.LoadedService",
            f"--server.port={SERVICE_PORT}",
            "--spring.datasource.url=jdbc:h2:mem:load;DB_CLOSE_DELAY=-1",
        ],
        log,
    )


def peer(log: Path):
    return process(
        [
            "/usr/bin/python3",
            "-m",
            "uvicorn",
            "peer:service",
            f"--port={PEER_PORT}",
            "--workers=2",
            "--loop=uvloop",
            "--http=httptools",
            "--no-access-log",
            "--log-level=warning",
        ],
        log,
        MODEL=str(RESOURCES / "model" / "lenet5.safetensors"),
    )


def post(url: str, picture: bytes) -> dict:
    request = urllib.request.Request(url, picture, {"Content-Type": "image/png"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def await_answer(url: str, picture: bytes, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            post(url, picture)
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{url} does not answer:\n{log.read_text()[-3000:]}")
            time.sleep(0.2)


def compare_answers(pictures: list[bytes]) -> None:
    for i, picture in enumerate(pictures):
        ours, theirs = (post(CONTESTANTS[contestant], picture) for contestant in (SERVICE, PEER))
        difference = max(abs(a - b) for a, b in zip(ours["probabilities"], theirs["probabilities"]))
        if ours["digit"] != theirs["digit"] or difference > 1e-4:
            sys.exit(f"picture {i}: {ours} here, {theirs} there")


def load(contestant: str, connections: int, seconds: int, folder: Path) -> dict:
    command = ["wrk", "--threads=1", f"--connections={connections}", f"--duration={seconds}s", "--timeout=30s"]
    command += [f"--script={HERE / 'pictures.lua'}", CONTESTANTS[contestant], "--", str(folder), str(PICTURES)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    run = json.loads(output.strip().splitlines()[-1])
    if run["failed"]:
        sys.exit(f"{contestant}, {connections} connections: {run['failed']} requests failed")
    return run


def measure(rounds: int, seconds: int, folder: Path) -> dict[tuple[int, str], list[dict]]:
    runs = {(connections, contestant): [] for connections in CONNECTIONS for contestant in CONTESTANTS}
    for number in range(rounds):
        for connections in CONNECTIONS:
            turns = list(CONTESTANTS)
            for contestant in turns[number % 3 :] + turns[: number % 3]:
                runs[connections, contestant].append(load(contestant, connections, seconds, folder))
    return runs


def table(runs: dict[tuple[int, str], list[dict]]) -> str:
    lines = [
        "| connections | contestant | requests/s | slowest to fastest round | p50, ms | p99, ms | this service is |",
        "| --: | --- | --: | --: | --: | --: | --: |",
    ]
    for (connections, contestant), rounds in runs.items():
        rates = [run["rate"] for run in rounds]
        ratios = [ours["rate"] / theirs["rate"] for ours, theirs in zip(runs[connections, SERVICE], rounds)]
        ratio = statistics.median(ratios)
        against = {SERVICE: "", CONSTANT: f"{ratio:.0%}".replace("%", " %"), PEER: f"{ratio:.1f} ×"}[contestant]
        p50, p99 = (statistics.median(run[percentile] for run in rounds) for percentile in ("p50", "p99"))
        lines.append(
            f"| {connections} | {contestant} | {statistics.median(rates):,.0f} | {min(rates):,.0f} to {max(rates):,.0f} "
            f"| {p50:.2f} | {p99:.2f} | {against} |"
        )
    return "\n".join(lines)


def machine(java: str) -> str:
    processors = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.split(":")[1].strip() for line in processors if line.startswith("model name")), "unknown")
    version = subprocess.run([java, "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    load_average = os.getloadavg()[0]
    return f"{processor}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {version}; load before {load_average:.1f}"


def main() -> None:
    options = arguments()
    print(machine(options.java), flush=True)
    with tempfile.TemporaryDirectory(prefix="lenet-load-") as temporary:
        folder = Path(temporary)
        pictures = write_digits(folder)
        logs = folder / "service.log", folder / "peer.log"
        with service(options.java, options.classpath, logs[0]) as ours, peer(logs[1]) as theirs:
            await_answer(CONTESTANTS[SERVICE], pictures[0], ours, logs[0])
            await_answer(CONTESTANTS[PEER], pictures[0], theirs, logs[1])
            compare_answers(pictures)
            for contestant in CONTESTANTS:
                load(contestant, CONNECTIONS[1], options.warm_up, folder)
            print(table(measure(options.rounds, options.seconds, folder)))


if __name__ == "__main__":
    main()
