"""The bundled LeNet-5 served by FastAPI and PyTorch: what this service is measured against.

Its two processes are this service's two cores, so that each computes with one thread. The network is traced and
frozen, which PyTorch advises for serving, and computes on the event loop: handing 0.2 ms of work to a thread pool
costs more than it gives.
"""

import io
import json
import os
import struct
from pathlib import Path

import numpy
import torch
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from PIL import Image, UnidentifiedImageError
from torch import nn

torch.set_num_threads(1)


class LeNet5(nn.Module):
    """Pictures of bytes, N×28×28, to probabilities, N×10; the names of its layers are the model file's."""

    def __init__(self, mean: float, scale: float, temperature: float):
        super().__init__()
        self.mean = mean
        self.scale = scale
        self.temperature = temperature
        self.C1 = nn.Conv2d(1, 6, 5)
        self.C3 = nn.Conv2d(6, 16, 5)
        self.C5 = nn.Conv2d(16, 120, 5)
        self.F6 = nn.Linear(120, 84)
        self.OUTPUT = nn.Linear(84, 10)
        self.pool = nn.AvgPool2d(2)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        pixels = nn.functional.pad(pictures.float().unsqueeze(1), (2, 2, 2, 2))
        values = (pixels / 255 - self.mean) * self.scale
        values = self.pool(torch.tanh(self.C1(values)))
        values = self.pool(torch.tanh(self.C3(values)))
        values = torch.tanh(self.C5(values)).flatten(1)
        return torch.softmax(self.OUTPUT(torch.tanh(self.F6(values))) / self.temperature, dim=1)


def load(path: Path) -> torch.jit.ScriptModule:
    """The network of a safetensors file."""
    file = path.read_bytes()
    (length,) = struct.unpack_from("<Q", file)
    header = json.loads(file[8 : 8 + length])
    metadata = header.pop("__metadata__")
    tensors = {
        name: torch.from_numpy(
            numpy.frombuffer(file[8 + length :][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"]).copy()
        )
        for name, entry in header.items()
    }
    network = LeNet5(**json.loads(metadata["scaling"]), temperature=float(metadata.get("temperature", 1)))
    network.load_state_dict(tensors)
    traced = torch.jit.trace(network.eval(), torch.zeros(1, 28, 28, dtype=torch.uint8))
    return torch.jit.freeze(traced)


network = load(Path(os.environ["MODEL"]))
service = FastAPI()


@service.post("/classifications")
async def classify(request: Request) -> JSONResponse:
    try:
        picture = Image.open(io.BytesIO(await request.body())).convert("L")
    except (UnidentifiedImageError, OSError) as e:
        raise HTTPException(status_code=422, detail="the body is no picture") from e
    if picture.size != (28, 28):
        picture = picture.resize((28, 28), Image.Resampling.BILINEAR)
    with torch.inference_mode():
        probabilities = network(torch.from_numpy(numpy.array(picture)).unsqueeze(0))[0].tolist()
    digit = max(range(10), key=probabilities.__getitem__)
    return JSONResponse({"digit": digit, "confidence": probabilities[digit], "probabilities": probabilities})
