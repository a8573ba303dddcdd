import {percent} from "../shared/words.js";

/** What a model's confidence is worth: the reliability diagram and the rejection curve, each with its figure. */
export class Confidence {
  #reliability = document.getElementById("reliability");
  #rejection = document.getElementById("rejection");
  #reliabilityText = document.getElementById("reliability-text");
  #rejectionText = document.getElementById("rejection-text");

  show({modelVersion, expectedCalibrationError}, {rejectedForHalfPercent, points}) {
    const path = `api/v1/models/${modelVersion}/evaluation`;
    this.#reliabilityText.textContent = `Its confidence and its share of hits are ${percent(expectedCalibrationError, 2)} apart on average: the expected calibration error. A dot a bin of test digits, on the dashed line where they agree.`;
    this.#rejectionText.textContent = rejection(rejectedForHalfPercent, points);
    picture(this.#reliability, `${path}/reliability`, "Accuracy over confidence, and how many digits have which confidence");
    picture(this.#rejection, `${path}/rejection`, "Error rate of the accepted digits over the share that is rejected");
  }
}

function rejection(share, points) {
  if (share === null) {
    return "However many digits it may reject, more than 0.5\u00a0% of the others are wrong.";
  }
  if (share === 0) {
    return "No more than 0.5\u00a0% are wrong without rejecting any.";
  }
  const {threshold} = points.find(({rejected}) => rejected === share);
  return `To be wrong on no more than 0.5\u00a0% it has to reject ${percent(share, 2)}, those of a confidence below ${percent(threshold)}.`;
}

/** Loaded only when it is another one, so that nothing flickers. */
function picture(image, source, description) {
  if (image.getAttribute("src") !== source) {
    image.src = source;
  }
  image.alt = description;
  image.hidden = false;
}
