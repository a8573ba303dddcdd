package lenet.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A folder with the four files by MNIST's names, plain or gzip; where both are there, the plain one is read. */
record DatasetFolder(Path folder) implements DatasetSource {

    @Override
    public String name() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    @Override
    public IdxFile read(MnistFile file) {
        return IdxFile.read(Objects.requireNonNull(locate().get(file)), file.kind());
    }

    private Map<MnistFile, Path> locate() {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("%s: expected a folder with MNIST's four files, found no folder", folder);
        }
        Map<MnistFile, Path> found = new EnumMap<>(MnistFile.class);
        List<String> missing = new ArrayList<>();
        for (MnistFile file : MnistFile.values()) {
            find(file).ifPresentOrElse(path -> found.put(file, path), () -> missing.add(file.fileName()));
        }
        if (!missing.isEmpty()) {
            throw new DatasetException(
                    "%s: expected MNIST's four files, plain or .gz, found no %s",
                    folder, String.join(", no ", missing));
        }
        return found;
    }

    private Optional<Path> find(MnistFile file) {
        return file.spellings().stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
