import { readFileSync } from "node:fs";
import * as ort from "onnxruntime-web";

const { pixels } = JSON.parse(readFileSync("digit.json"));
const session = await ort.InferenceSession.create(readFileSync("{{name}}.onnx"));
const image = new ort.Tensor("float32", Float32Array.from(pixels), [1, 1, 28, 28]);
const { probabilities } = await session.run({ image });
console.log(probabilities.data.indexOf(Math.max(...probabilities.data)));
