package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import lenet.model.ModelFileException;

/**
 * Counts what a file would become in memory before it does: two bytes of a file can be a whole message, and a small file a
 * large heap.
 */
final class MessageCensus {

    private static final int MOST_FIELDS = 200_000;
    private static final int DEEPEST = 16;

    private int fields;

    private MessageCensus() {}

    /**
     * @throws IOException if this is no protobuf message
     * @throws ModelFileException if it has more fields or nests deeper than a network of this family
     */
    static void check(byte[] bytes) throws IOException {
        new MessageCensus().count(CodedInputStream.newInstance(bytes), ModelProto.getDescriptor(), 0);
    }

    private void count(CodedInputStream in, Descriptor type, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ModelFileException("the file nests graphs in graphs, which no network of this family does");
        }
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            fields++;
            if (fields > MOST_FIELDS) {
                throw new ModelFileException("the file has more than %,d fields, which no network of this family needs"
                        .formatted(MOST_FIELDS));
            }
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean nested = field != null
                    && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (nested) {
                int outer = in.pushLimit(in.readRawVarint32());
                count(in, field.getMessageType(), depth + 1);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
    }
}
