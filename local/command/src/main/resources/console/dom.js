// Makes and keeps elements. Whatever comes from outside becomes text here, never markup.

/**
 * An element. Attributes: `class`, `text`, any attribute by its name (`null`, `undefined` and `false` leave it out, `true` sets it
 * empty), `on…` for a listener, and properties of `dataset` as `data-…`. Children are nodes, text, or lists of them.
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'text') {
      element.textContent = value;
    } else if (key === 'value') {
      element.value = value;
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A button that does not submit. */
export function button(label, onclick, attributes = {}) {
  return el('button', { type: 'button', onclick, ...attributes }, label);
}

/** The address if it is one of the web, else empty: nothing else is ever a link. */
export function webAddress(text) {
  try {
    const address = new URL(String(text));
    return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : '';
  } catch {
    return '';
  }
}

let fields = 0;

/** A label with its control, a hint and an error; `control` gets an id. */
export function field(label, control, { hint = '', error = '' } = {}) {
  fields += 1;
  control.id ||= `field-${fields}`;
  const about = `${control.id}-about`;
  if (hint || error) {
    control.setAttribute('aria-describedby', about);
  }
  if (error) {
    control.setAttribute('aria-invalid', 'true');
  }
  return el('div', { class: 'field' },
    el('label', { for: control.id }, label),
    control,
    hint || error ? el('p', { id: about, class: error ? 'error' : 'hint' }, error || hint) : null);
}

/** A list of choices: `[{value, label}]`, or `{label, options}` for a group of them. */
export function select(options, chosen, attributes = {}) {
  const option = (each) => el('option', { value: each.value, selected: [].concat(chosen).includes(each.value) }, each.label);
  return el('select', attributes, options.map((each) =>
    each.options ? el('optgroup', { label: each.label }, each.options.map(option)) : option(each)));
}

/** Focuses what takes the place of what was focused: the button with the same words within an element, or the element itself. */
export function focusWithin(element, words) {
  const same = words && [...element.querySelectorAll('button')].find((each) => each.textContent === words);
  if (!same && element.tabIndex < 0) {
    element.tabIndex = -1;
  }
  (same || element).focus({ preventScroll: true });
}

let held = null;
const postponed = new Map();

/** What is pressed is not drawn anew before it is let go: a press that ends on another element than it began on is no click. */
function heedPresses() {
  const hold = (event) => {
    held = event.target;
  };
  const release = () => setTimeout(() => { // behind the click
    held = null;
    const all = [...postponed.values()];
    postponed.clear();
    all.forEach((draw) => draw());
  });
  window.addEventListener('pointerdown', hold, true);
  window.addEventListener('keydown', (event) => event.key === ' ' && hold(event), true);
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'keyup', 'blur']) {
    window.addEventListener(end, (event) => (end !== 'blur' || event.target === window) && release(), true);
  }
}

heedPresses();

/**
 * Makes the children of a container agree with a list, and leaves alone what did not change: what somebody has focused, opened or
 * typed in stays. Where the focus was in what is drawn anew, the same button there gets it, or the new element; where it was in what is
 * gone, the container. While something in the container is pressed, it waits.
 */
export function keep(container, items, key, draw) {
  if (held && container.contains(held)) {
    postponed.set(container, () => keep(container, items, key, draw));
    return;
  }
  const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let place = container.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const state = JSON.stringify(item);
    let child = before.get(id);
    before.delete(id);
    if (!child || child.state !== state) {
      const fresh = draw(item);
      fresh.dataset.key = id;
      fresh.state = state;
      if (child) {
        const words = focusedIn(child);
        if (place === child) {
          place = fresh;
        }
        child.replaceWith(fresh);
        if (words !== null) {
          focusWithin(fresh, words);
        }
      }
      child = fresh;
    }
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      container.insertBefore(child, place);
    }
  }
  for (const child of before.values()) {
    const words = focusedIn(child);
    child.remove();
    if (words !== null) {
      focusWithin(container, '');
    }
  }
}

/** The words of what is focused in an element; none where nothing is. */
function focusedIn(element) {
  const focused = document.activeElement;
  return element.contains(focused) ? focused.textContent : null;
}

/** Sets the choices of a list, where they differ, and keeps what is chosen. */
export function choices(list, options, chosen) {
  const state = JSON.stringify(options);
  if (list.state !== state) {
    list.state = state;
    list.replaceChildren(...select(options, chosen).children);
  }
  list.value = chosen;
}
