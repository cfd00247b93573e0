export type ShownHint = { readonly trigger: HTMLElement; readonly text: string; readonly keys: string | undefined };

export const HINT_ID = "hint";
const DELAY_MS = 350;
/** How long after one hint the next appears at once. */
const REST_MS = 300;

/** Says which hint is to be seen, as WCAG 1.4.13 wants it: Escape hides it, and it stays while the pointer is on it or on its trigger. */
export class HintWatch {
  readonly #show: (shown: ShownHint | null) => void;
  #current: HTMLElement | null = null;
  #timer = 0;
  #hiddenAt = Number.NEGATIVE_INFINITY;
  #isPressed = false;

  constructor(show: (shown: ShownHint | null) => void) {
    this.#show = show;
  }

  /** Listens to the whole document until the function that it returns is called. */
  start(): () => void {
    const stop = new AbortController();
    const [bubbling, capturing] = [{ signal: stop.signal }, { signal: stop.signal, capture: true }];
    document.addEventListener("pointerover", (event) => this.#point(event), bubbling);
    document.addEventListener("pointerout", (event) => event.relatedTarget === null && this.#hide(), bubbling);
    document.addEventListener("focusin", (event) => this.#focus(event), bubbling);
    document.addEventListener("focusout", () => this.#hide(), bubbling);
    document.addEventListener("click", () => this.#hide(), bubbling);
    document.addEventListener("pointerdown", (event) => this.#press(event), capturing);
    document.addEventListener("pointerup", () => this.#release(), capturing);
    document.addEventListener("pointercancel", () => this.#release(), capturing);
    document.addEventListener("scroll", () => this.#scroll(), { ...capturing, passive: true });
    window.addEventListener("keydown", (event) => this.#key(event), capturing);
    window.addEventListener("blur", () => this.#hide(), bubbling);
    return () => {
      stop.abort();
      this.#hide();
    };
  }

  #open(trigger: HTMLElement): void {
    clearTimeout(this.#timer);
    const text = trigger.dataset.hint ?? "";
    if (text === "" || !trigger.isConnected) return;
    this.#current = trigger;
    this.#show({ trigger, text, keys: trigger.dataset.hintKeys });
  }

  #hide(): void {
    clearTimeout(this.#timer);
    if (this.#current === null) return;
    this.#current = null;
    this.#hiddenAt = performance.now();
    this.#show(null);
  }

  #point(event: PointerEvent): void {
    if (event.pointerType === "touch" || isOnHint(event.target)) return;
    const trigger = triggerOf(event.target);
    if (trigger !== null && trigger === this.#current) return;
    this.#hide();
    if (trigger === null) return;
    const wait = performance.now() - this.#hiddenAt < REST_MS ? 0 : DELAY_MS;
    this.#timer = window.setTimeout(() => this.#open(trigger), wait);
  }

  #focus(event: FocusEvent): void {
    const trigger = triggerOf(event.target);
    if (trigger === null) this.#hide();
    else if (!this.#isPressed) this.#open(trigger);
  }

  #press(event: PointerEvent): void {
    this.#isPressed = true;
    if (!isOnHint(event.target)) this.#hide();
  }

  #release(): void {
    this.#isPressed = false;
  }

  /** Moving the focus by key scrolls by itself: that hint moves along. */
  #scroll(): void {
    if (this.#current?.matches(":focus-visible") !== true) this.#hide();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.#current === null) return;
    this.#hide();
    // A dialog under the hint stays open for this key, and closes with the next.
    event.stopPropagation();
  }
}

function triggerOf(target: EventTarget | null): HTMLElement | null {
  const found = target instanceof Element ? target.closest("[data-hint]") : null;
  return found instanceof HTMLElement ? found : null;
}

function isOnHint(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`#${HINT_ID}`) !== null;
}
