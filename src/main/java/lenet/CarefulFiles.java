package lenet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Files of H2 that refuse every write after one that failed. H2 2.4 itself goes on for a moment, over room that only the
 * version it could not write has given up, and loses committed transactions; later versions of it stop, too.
 */
public final class CarefulFiles extends FilePathWrapper {

    static final String SCHEME = "careful";

    /** After that a URL of {@code jdbc:h2:careful:} and a path is one of such a file. */
    static void register() {
        FilePath.register(new CarefulFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new CarefulFile(getBase().open(mode));
    }

    private static final class CarefulFile extends FileBaseDefault {

        private final FileChannel file;
        private @Nullable IOException failure;

        CarefulFile(FileChannel file) {
            this.file = file;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Many read a channel at once.
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            refuseAfterFailure();
            try {
                return file.write(bytes, position);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            refuseAfterFailure();
            try {
                file.force(metaData);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            refuseAfterFailure();
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        private void refuseAfterFailure() throws IOException {
            if (failure != null) {
                throw new IOException("an earlier write has failed", failure);
            }
        }
    }
}
