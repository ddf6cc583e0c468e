// A dialog that a chat opens for one person: a form that keeps what was entered when it comes back with errors.
import { button, el, focusWithin } from './dom.js';

const open = new Map();

/** Where the focus is, in words that hold when what is there is drawn anew. */
export function focused() {
  const element = document.activeElement;
  return { element, words: element.textContent, pane: element.closest('.pane, [role=tabpanel]'), key: element.closest('[data-key]')?.dataset.key };
}

/** Back to what opened the dialog, or to what stands in its place. */
export function focusAgain({ element, words, pane, key }) {
  if (element.isConnected) {
    element.focus({ preventScroll: true });
  } else if (pane) {
    const again = key && pane.querySelector(`[data-key="${CSS.escape(key)}"]`);
    focusWithin(again || pane, words);
  }
}

/**
 * Shows a platform's dialog, or takes it away.
 *
 * @param asked `{id, title, notice, state, submit, close, body(values), onsubmit(values), onclose(), failed(problem)}`, or `null`
 */
export function modal(platform, asked) {
  const before = open.get(platform);
  if (!asked) {
    open.delete(platform);
    if (before) {
      before.element.close();
      before.element.remove();
      focusAgain(before.opener);
    }
    return;
  }
  const state = JSON.stringify(asked.state);
  if (before?.id === asked.id && before.state === state) {
    return;
  }
  const values = before?.id === asked.id ? before.values() : undefined;
  const opener = before?.opener ?? focused();
  before?.element.close();
  before?.element.remove();
  const drawn = dialog(platform, asked, values);
  open.set(platform, { id: asked.id, state, opener, element: drawn.element, values: drawn.values });
  document.body.append(drawn.element);
  drawn.element.showModal();
  (drawn.element.querySelector('[aria-invalid=true]') ?? drawn.element.querySelector('input,select,textarea'))?.focus();
}

function dialog(platform, asked, entered) {
  const title = `${platform}-dialog-title`;
  const act = async (work) => {
    try {
      await work();
    } catch (problem) {
      asked.failed(problem);
    }
  };
  const form = el('form', { novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    act(() => asked.onsubmit(values(), event.submitter?.dataset.action));
  } },
  el('h2', { id: title }, asked.title),
  asked.notice ? el('p', { class: 'error', role: 'alert' }, asked.notice) : null,
  asked.body(entered),
  el('div', { class: 'actions dialog-buttons' },
    button(asked.close, () => act(asked.onclose)),
    asked.submit ? el('button', { type: 'submit', class: 'primary' }, asked.submit) : null));

  const values = () => {
    const filled = {};
    for (const control of form.elements) {
      if (control.name && control.dataset.several !== undefined) {
        filled[control.name] ??= [];
        if (control.checked) {
          filled[control.name].push(control.value);
        }
      } else if (control.name) {
        filled[control.name] = control.tagName === 'SELECT' ? [control.value].filter(Boolean) : control.value;
      }
    }
    return filled;
  };

  const element = el('dialog', { class: platform, 'aria-labelledby': title, oncancel: (event) => {
    event.preventDefault();
    act(asked.onclose);
  } }, form);
  return { element, values };
}
