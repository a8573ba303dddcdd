#!/usr/bin/python3
"""Exports three LeNet-5 with PyTorch's own exporter, and what PyTorch says of some test digits.

Debian's python3-torch (1.13) is enough. From the repository's root:

    /usr/bin/python3 src/test/python/export_pytorch_fixtures.py

It writes src/test/resources/onnx/pytorch-*.onnx and, beside each, the probabilities of the first digits of
MNIST's test file as PyTorch computes them, a line a digit.
"""

import gzip
import pathlib

import numpy
import torch
from torch import nn
from torch.nn import functional

DIGITS = 20
MNIST = pathlib.Path("src/main/resources/mnist")
FOLDER = pathlib.Path("src/test/resources/onnx")


def images(name):
    with gzip.open(MNIST / f"{name}-images-idx3-ubyte.gz") as file:
        pixels = numpy.frombuffer(file.read()[16:], dtype=numpy.uint8)
    return torch.from_numpy(pixels.reshape(-1, 1, 28, 28).astype(numpy.float32) / 255)


def labels(name):
    with gzip.open(MNIST / f"{name}-labels-idx1-ubyte.gz") as file:
        return torch.from_numpy(numpy.frombuffer(file.read()[8:], dtype=numpy.uint8).astype(numpy.int64))


class Padding(nn.Module):
    """As most tutorials write it: C1 pads by itself, C5 is dense, log-softmax at the end."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.pool = nn.AvgPool2d(2)
        self.fc1 = nn.Linear(400, 120)
        self.dropout = nn.Dropout(0.2)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = self.pool(torch.tanh(self.conv1(x)))
        x = self.pool(torch.tanh(self.conv2(x)))
        x = torch.flatten(x, 1)
        x = self.dropout(torch.tanh(self.fc1(x)))
        x = torch.tanh(self.fc2(x))
        return functional.log_softmax(self.fc3(x), dim=1)


class Normalising(nn.Module):
    """Pads and normalises pixels of 0-1 in the graph; C5 is a convolution; softmax at the end."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5)
        self.c3 = nn.Conv2d(6, 16, 5)
        self.c5 = nn.Conv2d(16, 120, 5)
        self.f6 = nn.Linear(120, 84)
        self.output = nn.Linear(84, 10)

    def forward(self, x):
        x = (functional.pad(x, (2, 2, 2, 2)) - 0.1307) / 0.3081
        x = functional.avg_pool2d(torch.tanh(self.c1(x)), 2)
        x = functional.avg_pool2d(torch.tanh(self.c3(x)), 2)
        x = torch.tanh(self.c5(x)).view(x.size(0), -1)
        x = torch.tanh(self.f6(x))
        return torch.softmax(self.output(x), dim=-1)


class Plain(nn.Sequential):
    """Takes pictures of 32x32 that somebody padded and centred before; gives logits."""

    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2),
            nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
            nn.Conv2d(16, 120, 5), nn.Tanh(), nn.Flatten(),
            nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


def train(network, pictures, classes):
    optimiser = torch.optim.Adam(network.parameters(), lr=0.003)
    for start in range(0, len(pictures), 32):
        optimiser.zero_grad()
        given = network(pictures[start:start + 32])
        if isinstance(network, Normalising):
            given = torch.log(given)
        functional.cross_entropy(given, classes[start:start + 32]).backward()
        optimiser.step()
    return network.eval()


def export(name, network, prepare, **options):
    torch.manual_seed(5)
    network = network()
    train(network, prepare(images("train")[:6000]), labels("train")[:6000])
    digits = prepare(images("t10k")[:DIGITS])
    torch.onnx.export(network, digits[:1], FOLDER / f"pytorch-{name}.onnx", **options)
    with torch.no_grad():
        given = network(digits)
    probabilities = given if isinstance(network, Normalising) else torch.softmax(given, dim=1)
    numpy.savetxt(FOLDER / f"pytorch-{name}.csv", probabilities.numpy(), fmt="%.8f", delimiter=",")


torch.set_num_threads(1)
any_batch = {"input_names": ["x"], "dynamic_axes": {"x": {0: "batch"}}}
export("padding", Padding, lambda pixels: pixels, **any_batch)
export("normalising", Normalising, lambda pixels: pixels, opset_version=17, **any_batch)
export("plain", Plain, lambda pixels: functional.pad(pixels, (2, 2, 2, 2)) - 0.1, opset_version=9,
       keep_initializers_as_inputs=True)
