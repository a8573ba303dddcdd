package lenet.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.system.ApplicationPid;
import org.springframework.util.FileSystemUtils;

/**
 * Where forms wait on disk: a folder of this process's own, beside those of others. What a process that was killed has
 * left there is removed when the next one starts.
 */
final class UploadFolder {

    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private UploadFolder() {}

    /** The folder of this process among {@code all}, made or emptied. */
    static Path prepared(Path all) {
        Path own = all.toAbsolutePath().resolve(new ApplicationPid().toString());
        try {
            Files.createDirectories(all);
            for (Path folder : folders(all)) {
                if (folder.equals(own) || !isOfALivingProcess(folder)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
            Files.createDirectories(own);
        } catch (IOException e) {
            // Nobody but those who send forms needs it; they are told.
            LOG.warn("forms cannot be taken in: the folder {} cannot be used: {}", own, e.toString());
        }
        return own;
    }

    private static List<Path> folders(Path all) throws IOException {
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder ->
                            NUMBER.matcher(folder.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static boolean isOfALivingProcess(Path folder) {
        return ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isPresent();
    }
}
