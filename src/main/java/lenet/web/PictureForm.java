package lenet.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** How the OpenAPI page draws a form of pictures; any field names are accepted. */
@Schema(description = "Pictures as files; the fields may have any names")
record PictureForm(
        @ArraySchema(
                schema = @Schema(type = "string", format = "binary"),
                arraySchema = @Schema(description = "One picture or more"),
                minItems = 1,
                maxItems = UploadedPictures.MAX_FILES)
        List<MultipartFile> file) {}
