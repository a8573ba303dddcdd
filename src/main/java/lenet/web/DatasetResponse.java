package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenet.dataset.Dataset;
import lenet.dataset.FileFingerprint;
import lenet.dataset.Split;

/** The data set: what is in it and how to recognise it. */
@Schema(name = "Dataset", description = "The data set: what is in it and how to recognise it")
record DatasetResponse(
        @Schema(description = "MNIST, or the name of the folder it was read from", example = "MNIST")
        String name,

        @Schema(description = "Width and height of every picture, in pixels", example = "28")
        int imageSize,

        @Schema(description = "Number of classes", example = "10")
        int classes,

        @Schema(description = "How many pictures each split has, by split: train, validation, test")
        Map<String, SplitResponse> splits,

        @Schema(
                description = "How the splits are cut from the files",
                example = "validation is the last twelfth of the training file")
        String splitRule,

        @Schema(
                description = "Mean of the training split's pixels, 0 to 1, after padding to 32×32 with zeros",
                example = "0.1001")
        double mean,

        @Schema(
                description = "SHA-256 of the four uncompressed files one after another",
                example = "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a")
        String fingerprint,

        @Schema(description = "The four files, in the fingerprint's order")
        List<FileResponse> files) {

    private static final String SPLIT_RULE =
            "train and validation share the training file: its last twelfth, at least one picture, is the validation"
                    + " split; test is the test file";

    /** A split's size and balance. */
    @Schema(name = "DatasetSplit", description = "A split's size and balance")
    record SplitResponse(
            @Schema(description = "Number of pictures", example = "55000")
            int count,

            @Schema(
                    description = "Number of pictures of each class, 0 first",
                    example = "[5434, 6212, 5465, 5622, 5343, 4963, 5436, 5702, 5357, 5466]")
            List<Integer> classCounts) {}

    /** One of the files. */
    @Schema(name = "DatasetFile", description = "One of the data set's files, uncompressed")
    record FileResponse(
            @Schema(description = "MNIST's name for it", example = "t10k-labels-idx1-ubyte")
            String name,

            @Schema(
                    description = "SHA-256 of the uncompressed file",
                    example = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")
            String sha256,

            @Schema(
                    description = "MD5 of the uncompressed file, as other loaders publish it",
                    example = "27ae3e4e09519cfbb04c329615203637")
            String md5,

            @Schema(description = "Length of the uncompressed file", example = "10008")
            long bytes) {

        private static FileResponse of(FileFingerprint file) {
            return new FileResponse(file.file(), file.sha256(), file.md5(), file.bytes());
        }
    }

    static DatasetResponse of(Dataset dataset) {
        Map<String, SplitResponse> splits = new LinkedHashMap<>();
        Arrays.stream(Split.values())
                .forEach(split -> splits.put(
                        split.label(), new SplitResponse(dataset.split(split).count(), dataset.classCounts(split))));
        return new DatasetResponse(
                dataset.name(),
                dataset.split(Split.TRAIN).images().side(),
                dataset.classCounts(Split.TRAIN).size(),
                splits,
                SPLIT_RULE,
                dataset.mean(),
                dataset.fingerprint(),
                dataset.files().stream().map(FileResponse::of).toList());
    }
}
