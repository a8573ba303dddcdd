package lenet.training;

/** Models that were to choose pictures by their mistakes make none. */
final class NothingHardException extends RuntimeException {

    NothingHardException(int models) {
        super(
                models == 1
                        ? "the model makes no mistake on the training pictures, so that there is nothing hard to train on;"
                                + " train on more pictures, or on distorted ones"
                        : "the two models agree about every training picture, so that there is nothing hard to train on;"
                                + " train on more pictures, or on distorted ones");
    }
}
