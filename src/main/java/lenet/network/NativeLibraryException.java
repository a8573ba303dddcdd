package lenet.network;

import java.nio.file.Path;

/**
 * Deeplearning4j's native libraries cannot be unpacked or loaded. Whatever needs none of them is none the worse. Java tries
 * no such library a second time, so that it stays at that until the service is started again.
 */
public final class NativeLibraryException extends RuntimeException {

    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    /** @param failure what Java said */
    public NativeLibraryException(LinkageError failure) {
        super("Deeplearning4j cannot be used on this node, whose log says why; all else goes on", failure);
    }

    /** Whether the library was tried just now; later Java only says that it has failed before. */
    public boolean isFirst() {
        return !(getCause() instanceof NoClassDefFoundError);
    }

    /** What is to be done, for those who run the service: it names a folder of the machine. */
    public String remedy() {
        String home =
                Path.of(System.getProperty("user.home"), ".javacpp", "cache").toString();
        return """
                Deeplearning4j cannot be used: its native libraries, 450 MB, could not be unpacked into %s or could not be \
                loaded from there (%s). Make room there, or name a folder that can be written and run from by -D%s=..., and \
                start the service again. All else goes on meanwhile.\
                """.formatted(System.getProperty(FOLDER, home), rootCause(), FOLDER);
    }

    private Throwable rootCause() {
        Throwable cause = this;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
