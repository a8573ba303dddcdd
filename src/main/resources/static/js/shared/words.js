/** How the page writes figures, in one language whatever the browser's. */

const count = new Intl.NumberFormat("en", {maximumFractionDigits: 6});
const moment = new Intl.DateTimeFormat("en-GB", {dateStyle: "medium", timeStyle: "medium"});

/** 55000 as 55,000. */
export const thousands = (number) => count.format(number);

/** 1 job, 2 jobs. */
export const counted = (number, things) => `${thousands(number)} ${number === 1 ? things.replace(/s$/, "") : things}`;

/** 0.98765 as 98.8 %, with as many decimals as asked for. */
export const percent = (share, decimals = 1) => `${(100 * share).toFixed(decimals)}\u00a0%`;

/** A probability, so that an almost certain one is not written as certain. */
export const probability = (share) => percent(share, share > 0.9995 && share < 1 ? 2 : 1);

/** An instant of the API, in the reader's time zone. */
export const when = (instant) => moment.format(new Date(instant));

/** 4000 seconds as 1 h 7 min. */
export function duration(seconds) {
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
