package lenet.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a form in the order in which they were sent, whatever their fields are called. Each is read when its turn comes. */
record UploadedPictures(List<Part> files) implements Iterable<byte[]>, PictureNames {

    /** The most files in one form. */
    static final int MAX_FILES = 100;

    /** Picks the files out of a form's parts. */
    static UploadedPictures of(Collection<Part> parts) {
        List<Part> files = parts.stream().filter(UploadedPictures::isChosenFile).toList();
        if (files.isEmpty()) {
            throw new ProblemException(
                    ProblemType.EMPTY_BODY,
                    "the form has no file, found the fields %s; send at least one file"
                            .formatted(parts.stream().map(Part::getName).toList()));
        }
        if (files.size() > MAX_FILES) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_PICTURES,
                    "the form has %d files; at most %d are accepted".formatted(files.size(), MAX_FILES));
        }
        return new UploadedPictures(files);
    }

    @Override
    public @Nullable String name(int index) {
        return files.get(index).getSubmittedFileName();
    }

    @Override
    public Iterator<byte[]> iterator() {
        return files.stream().map(UploadedPictures::bytes).iterator();
    }

    /** A browser sends a file field that nobody has filled as an empty file without a name. */
    private static boolean isChosenFile(Part part) {
        String name = part.getSubmittedFileName();
        return name != null && !(name.isEmpty() && part.getSize() == 0);
    }

    private static byte[] bytes(Part file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
