const BLUE = [0, 114, 178];
const VERMILION = [213, 94, 0];
const INK = [0, 0, 0];

/** Blue below zero, white at zero, vermilion above, as dark as the value is large. */
export function signed(smallest, largest) {
  const most = Math.max(Math.abs(smallest), Math.abs(largest)) || 1;
  return (value) => onWhite(value < 0 ? BLUE : VERMILION, Math.abs(value) / most);
}

/** White at the smallest value, black at the largest. */
export function ink(smallest, largest) {
  const range = largest - smallest || 1;
  return (value) => onWhite(INK, (value - smallest) / range);
}

function onWhite(hue, share) {
  return `rgb(${hue.map((channel) => Math.round(255 + share * (channel - 255))).join(" ")})`;
}
