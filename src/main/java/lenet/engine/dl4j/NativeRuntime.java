package lenet.engine.dl4j;

import java.util.Locale;
import lenet.network.NativeLibraryException;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The native library under ND4J: loaded on first use, bounded in memory, on one thread a call. */
final class NativeRuntime {

    private static final String OFF_HEAP_BYTES = "org.bytedeco.javacpp.maxbytes";
    private static final String RESIDENT_BYTES = "org.bytedeco.javacpp.maxphysicalbytes";

    /** What computes, in words. */
    static final String LIBRARY = "Deeplearning4j 1.0.0-M2.1";

    private static volatile boolean loaded;

    private final String backend;
    private final NativeOps library;
    private final boolean oneDnn;

    private NativeRuntime(String backend, NativeOps library) {
        this.backend = backend;
        this.library = library;
        this.oneDnn = library.buildInfo().toUpperCase(Locale.ROOT).contains("HAVE_ONEDNN");
    }

    /** The one runtime of this process; loads the library when first called, which takes a second or two. */
    static NativeRuntime load() {
        try {
            return Loaded.RUNTIME;
        } catch (LinkageError e) {
            throw new NativeLibraryException(e);
        }
    }

    /** Whether somebody has needed the library yet. */
    static boolean isLoaded() {
        return loaded;
    }

    /** Library, backend and whether oneDNN computes the convolutions. */
    String description() {
        return "%s, %s, %s".formatted(LIBRARY, backend, oneDnn ? "oneDNN convolutions" : "built-in convolutions");
    }

    /** Whether this platform's library was built with oneDNN. */
    boolean hasOneDnn() {
        return oneDnn;
    }

    /**
     * Keeps the native library, oneDNN included, on the calling thread. OpenMP remembers this by thread, so every entry
     * into a network says it; it costs nanoseconds. Nets as small as these lose most of their speed to the hand-over
     * between threads, and sums that are split among threads do not come out the same, bit for bit, on every machine.
     */
    static void stayOnThisThread() {
        load().library.setOmpNumThreads(1);
    }

    private static final class Loaded {

        private static final NativeRuntime RUNTIME = start();

        private static NativeRuntime start() {
            // JavaCPP reads these once, when its first class is initialised. Its defaults grow with -Xmx and count the
            // heap's pages as its own. A bound given on the command line wins.
            setUnlessGiven(OFF_HEAP_BYTES, "384m");
            setUnlessGiven(RESIDENT_BYTES, "0");
            String backend = Nd4j.getBackend().getClass().getSimpleName();
            Nd4j.getEnvironment().setMaxMasterThreads(1);
            // OpenBLAS has threads of its own, for the whole process.
            Nd4j.factory().blas().setMaxThreads(1);
            NativeRuntime runtime =
                    new NativeRuntime(backend, NativeOpsHolder.getInstance().getDeviceNativeOps());
            loaded = true;
            return runtime;
        }

        private static void setUnlessGiven(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }
    }
}
