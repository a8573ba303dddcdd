const PEN = 22;
const STEP = 10;
const MOVES = {ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP]};

/** The drawing area: strokes of mouse, pen, finger or keyboard, over a picture if one was opened. */
export class Paper {
  #canvas;
  #ink;
  #changed;
  #background = null;
  #file = null;
  #strokes = [];
  #open = null;
  #pen = {x: 140, y: 140};
  #byKeyboard = false;

  /** Calls `changed` after every change of what is on the paper. */
  constructor(canvas, changed) {
    this.#canvas = canvas;
    this.#ink = canvas.getContext("2d");
    this.#changed = changed;
    canvas.addEventListener("pointerdown", (event) => this.#start(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", () => this.#lift());
    canvas.addEventListener("pointercancel", () => this.#lift());
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("focus", () => {
      this.#byKeyboard = canvas.matches(":focus-visible");
      this.#draw();
    });
    canvas.addEventListener("blur", () => {
      this.#lift();
      this.#draw();
    });
    this.#draw();
  }

  get isEmpty() {
    return this.#strokes.length === 0 && this.#background === null;
  }

  clear() {
    this.#strokes = [];
    this.#open = null;
    this.#background = null;
    this.#file = null;
    this.#change();
  }

  undo() {
    this.#open = null;
    if (this.#strokes.pop() === undefined) {
      this.#background = null;
      this.#file = null;
    }
    this.#change();
  }

  /**
   * Puts a picture on the clean paper, as large as it fits.
   *
   * @param file what it was read from
   * @param lightOnDark whether it is shown the other way round, as ink on paper
   */
  show(picture, file, {lightOnDark = false} = {}) {
    this.#strokes = [];
    this.#open = null;
    this.#background = {picture, lightOnDark};
    this.#file = file;
    this.#change();
  }

  /** What is on the paper: the opened file as it is, or a PNG once somebody has drawn. */
  async toPicture() {
    if (this.#strokes.length === 0 && this.#file !== null) {
      return this.#file;
    }
    const clean = new OffscreenCanvas(this.#canvas.width, this.#canvas.height);
    this.#paint(clean.getContext("2d"));
    return clean.convertToBlob({type: "image/png"});
  }

  #start(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.#canvas.focus({preventScroll: true});
    this.#byKeyboard = false;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#begin(this.#at(event));
  }

  #move(event) {
    if (this.#open === null || !this.#canvas.hasPointerCapture(event.pointerId)) {
      return;
    }
    // A fast pen moves several times between two frames.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) {
      this.#open.push(this.#at(each));
    }
    this.#change();
  }

  #at(event) {
    const box = this.#canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * this.#canvas.width,
      y: ((event.clientY - box.top) / box.height) * this.#canvas.height,
    };
  }

  #begin(point) {
    this.#pen = point;
    this.#open = [point];
    this.#strokes.push(this.#open);
    this.#change();
  }

  #lift() {
    this.#open = null;
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    this.#byKeyboard = true;
    if (event.key in MOVES) {
      const [x, y] = MOVES[event.key];
      this.#pen = {x: this.#inside(this.#pen.x + x), y: this.#inside(this.#pen.y + y)};
      if (this.#open === null) {
        this.#draw();
      } else {
        this.#open.push(this.#pen);
        this.#change();
      }
    } else if (event.key === " ") {
      if (this.#open === null) {
        this.#begin(this.#pen);
      } else {
        this.#lift();
        this.#draw();
      }
    } else if (event.key === "u" || event.key === "U") {
      this.undo();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  }

  #inside(value) {
    return Math.max(0, Math.min(this.#canvas.width, value));
  }

  #change() {
    this.#draw();
    this.#changed();
  }

  #draw() {
    this.#paint(this.#ink);
    if (this.#byKeyboard && document.activeElement === this.#canvas) {
      this.#ink.strokeStyle = this.#open === null ? "#0068a6" : "#a83c00";
      this.#ink.lineWidth = 2;
      this.#ink.beginPath();
      this.#ink.arc(this.#pen.x, this.#pen.y, PEN / 2 + 3, 0, 2 * Math.PI);
      this.#ink.stroke();
    }
  }

  #paint(ink) {
    const {width, height} = this.#canvas;
    ink.fillStyle = "#fff";
    ink.fillRect(0, 0, width, height);
    if (this.#background !== null) {
      const {picture, lightOnDark} = this.#background;
      const scale = Math.min(width / picture.width, height / picture.height);
      const w = picture.width * scale;
      const h = picture.height * scale;
      ink.imageSmoothingEnabled = scale < 1;
      ink.filter = lightOnDark ? "invert(1)" : "none";
      ink.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
      ink.filter = "none";
    }
    ink.strokeStyle = "#000";
    ink.lineWidth = PEN;
    ink.lineCap = "round";
    ink.lineJoin = "round";
    for (const stroke of this.#strokes) {
      ink.beginPath();
      // A line of no length has no ink, so that a dot is a very short one.
      ink.moveTo(stroke[0].x - 0.1, stroke[0].y);
      for (const point of stroke) {
        ink.lineTo(point.x, point.y);
      }
      ink.stroke();
    }
  }
}
