package lenet.network;

/**
 * An ensemble of the paper's, as a value.
 *
 * @param member what each of its networks is
 * @param members number of networks
 * @param combination how their answers become one
 */
public record EnsembleKind(
        String name, String summary, Architecture member, int members, Combination combination, PaperPlace place) {}
