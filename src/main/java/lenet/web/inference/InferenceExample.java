package lenet.web.inference;

import lenet.web.ExampleDigit;

/** What the OpenAPI page offers for a first try. */
final class InferenceExample {

    /** A request about a one. */
    static final String ONE =
            "{\"id\":\"42\",\"inputs\":[{\"name\":\"image\",\"shape\":[1,1,28,28],\"datatype\":\"UINT8\","
                    + "\"data\":[[[" + ExampleDigit.ROWS + "]]]}]}";

    private InferenceExample() {}
}
