import {element} from "../shared/element.js";
import {thousands} from "../shared/words.js";

/** What the data set is and how to recognise it, as terms and descriptions. */
export function facts({name, imageSize, mean, splitRule, fingerprint, files}) {
  return [
    ...fact("Name", name),
    ...fact("Pictures", `${imageSize}×${imageSize} pixels of 0 to 255, light ink on 0`),
    ...fact("Splits", splitRule),
    ...fact("Training mean", `${mean.toFixed(6)}, over the padded 32×32 pixels, 0 to 1`),
    ...fact("Fingerprint", element("code", {}, fingerprint)),
    ...files.flatMap((file) =>
      fact(
        file.name,
        `${thousands(file.bytes)} bytes`,
        element("br"),
        element("code", {}, `MD5 ${file.md5}`),
        element("br"),
        element("code", {}, `SHA-256 ${file.sha256}`),
      ),
    ),
  ];
}

function fact(name, ...description) {
  return [element("dt", {}, name), element("dd", {}, ...description)];
}
