import org.bytedeco.onnx.global.onnx;

/**
 * ONNX's own checker, in a process of its own: its JavaCPP is not the one that Deeplearning4j needs. Checks the files it is
 * given, every inferred shape included, and prints a line for each that is not valid.
 */
public final class CheckOnnx {

    private CheckOnnx() {}

    public static void main(String[] files) {
        for (String file : files) {
            try {
                onnx.check_model(file, /* full_check */ true, /* skip_opset_compatibility_check */ false, true);
            } catch (RuntimeException e) {
                System.out.println(file + ": " + e.getMessage().replaceAll("\\s+", " "));
            }
        }
    }
}
