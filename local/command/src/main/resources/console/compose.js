// The box to write in, below a conversation: a message, an answer in a thread, or a change of one's own message; and a file.
import { button, el } from './dom.js';

/**
 * @param write `(text, mode)` with mode `{kind: 'message' | 'reply' | 'edit', id}`; a promise that fails where it was refused
 * @param attach `(file, mode)` the same
 */
export function compose({ label, write, attach, failed }) {
  let mode = { kind: 'message', id: '' };
  const box = el('textarea', { rows: 1, 'aria-label': label, placeholder: label, onkeydown: (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape' && mode.kind !== 'message') {
      event.stopPropagation();
      set({ kind: 'message', id: '' });
    }
  } });
  const file = el('input', { type: 'file', class: 'hidden-input', tabindex: '-1', 'aria-hidden': 'true', onchange: async () => {
    const chosen = [...file.files];
    file.value = '';
    for (const each of chosen) {
      await attempt(() => attach(each, mode));
    }
  } });
  const modeLine = el('p', { class: 'mode', hidden: true });
  const attachButton = button('Attach', () => file.click(), { title: 'Attach a file' });
  const sendButton = el('button', { type: 'submit' }, 'Send');
  const form = el('form', { class: 'compose', onsubmit: async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text && await attempt(() => write(text, mode))) {
      box.value = '';
      set({ kind: 'message', id: '' });
    }
  } }, modeLine, box, el('div', { class: 'compose-buttons' }, attachButton, file, sendButton));

  async function attempt(work) {
    try {
      await work();
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  }

  function set(next, about = '') {
    mode = next;
    modeLine.hidden = mode.kind === 'message';
    sendButton.textContent = mode.kind === 'edit' ? 'Save' : 'Send';
    attachButton.hidden = mode.kind === 'edit';
    modeLine.replaceChildren(about, ' ', button('Cancel', () => set({ kind: 'message', id: '' }), { class: 'quiet' }));
  }

  return {
    element: form,
    reply(id, to) {
      set({ kind: 'reply', id }, `Reply to ${to}`);
      box.focus();
    },
    edit(id, text) {
      set({ kind: 'edit', id }, 'Change your message');
      box.value = text;
      box.focus();
    },
    /** Whether one may write here, and why not. */
    open(isOpen, why = '') {
      for (const control of [box, sendButton, attachButton]) {
        control.disabled = !isOpen;
      }
      box.placeholder = isOpen ? label : why;
    },
    reset() {
      box.value = '';
      set({ kind: 'message', id: '' });
    },
  };
}
