package lenet.web;

import java.util.Base64;
import lenet.image.GrayImage;

/** A picture inside JSON, in a form that a browser shows. */
final class DataUri {

    private DataUri() {}

    static String png(GrayImage picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.toPng());
    }
}
