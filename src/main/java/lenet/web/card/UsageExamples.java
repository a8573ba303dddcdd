package lenet.web.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lenet.model.ModelVersion;

/** How to use a model's files in other programs: whole programs, each of which prints the digit. */
record UsageExamples(ModelVersion version) {

    void writeTo(Markdown card) {
        if (version.model().ensemble().single().isEmpty()) {
            card.heading(2, "How to use it").paragraph("""
                    One file has the weights of all networks, named `member1.…` and so on; any installation of this service \
                    takes it in. Files for other programs are there of the members, which are models of their own.

                        curl -OJ localhost:8080/api/v1/models/%d/safetensors
                    """.formatted(version.version()));
            return;
        }
        String name = "%s-%d".formatted(version.model().name(), version.version());
        card.heading(2, "How to use it").paragraph("""
                The files of this model, and a digit to try them on, from the service that has it:

                    curl -OJ localhost:8080/api/v1/models/%1$d/onnx
                    curl -OJ localhost:8080/api/v1/models/%1$d/safetensors
                    curl -OJ localhost:8080/api/v1/models/%1$d/dl4j
                    curl -s localhost:8080/api/v1/dataset/test/0 > digit.json
                    curl -s -H 'Accept: image/png' localhost:8080/api/v1/dataset/test/0 > digit.png

                The ONNX file and the one for Deeplearning4j take pixels of 0–255, light ink on 0, and pad and scale them by \
                themselves.
                """.formatted(version.version()));
        card.heading(3, "ONNX Runtime, Python").code("python", example("onnxruntime.py", name));
        card.heading(3, "ONNX Runtime, Java").code("java", example("OnnxRuntime.java", name));
        card.heading(3, "ONNX Runtime, JavaScript")
                .paragraph(
                        "In a browser, the same without the first import; `npm install onnxruntime-web` for Node.js.")
                .code("javascript", example("onnxruntime.mjs", name));
        card.heading(3, "Deeplearning4j").code("java", example("Deeplearning4j.java", name));
        card.heading(3, "safetensors, Python").code("python", example("safetensors.py", name));
        TorchNetwork network = new TorchNetwork(version.model());
        card.heading(3, "PyTorch")
                .code(
                        "python",
                        example("pytorch.py", name)
                                .replace("{{tables}}\n", network.tables())
                                .replace("{{network}}", network.code()));
    }

    private static String example(String resource, String name) {
        try (InputStream file = UsageExamples.class.getResourceAsStream("/card/" + resource)) {
            byte[] code = Objects.requireNonNull(file, resource).readAllBytes();
            return new String(code, StandardCharsets.UTF_8).replace("{{name}}", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
