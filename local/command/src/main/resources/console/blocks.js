// Draws Block Kit (docs.slack.dev/reference/block-kit): the blocks and elements that Belay's messages and modals use.
import { button, el, field, select } from './dom.js';
import { mrkdwn } from './mrkdwn.js';

/**
 * @param look what mrkdwn asks (`person`, `channel`, `link`, `now`), `press(element, block)` for a button, and in a modal `errors`,
 *     `values` and `people`
 */
export function blocks(list, look) {
  return (list ?? []).map((block) => drawn(block, look));
}

function drawn(block, look) {
  switch (block.type) {
    case 'header':
      return el('h3', { class: 'block-header' }, text(block.text, look));
    case 'section':
      return el('div', { class: 'block-section' },
        block.text ? el('div', { class: 'block-text' }, text(block.text, look)) : null,
        block.fields ? el('div', { class: 'block-fields' }, block.fields.map((each) => el('div', {}, text(each, look)))) : null,
        block.accessory ? element(block.accessory, block, look) : null);
    case 'context':
      return el('div', { class: 'block-context' }, block.elements.map((each) => element(each, block, look)));
    case 'actions':
      return el('div', { class: 'actions' }, block.elements.map((each) => element(each, block, look)));
    case 'divider':
      return el('hr');
    case 'input':
      return input(block, look);
    default:
      return el('p', { class: 'hint' }, `[${block.type}: not drawn here]`);
  }
}

function text(object, look) {
  return object.type === 'mrkdwn' ? mrkdwn(object.text, look) : [document.createTextNode(object.text ?? '')];
}

function element(each, block, look) {
  if (each.type === 'mrkdwn' || each.type === 'plain_text') {
    return el('span', {}, text(each, look));
  }
  if (each.type !== 'button') {
    return el('span', { class: 'hint' }, `[${each.type}: not drawn here]`);
  }
  if (each.url) {
    return look.link(each.url, each.text.text);
  }
  return button(each.text.text, () => look.press(each, block), { class: each.style ?? null, 'data-action': each.action_id });
}

function input(block, look) {
  const { element: asked, block_id: id } = block;
  const about = { hint: block.hint?.text ?? '', error: look.errors?.[id] ?? '' };
  const label = block.label.text + (block.optional ? ' (optional)' : '');
  const value = look.values?.[id];
  const attributes = { name: id, required: !block.optional, maxlength: asked.max_length, placeholder: asked.placeholder?.text };
  switch (asked.type) {
    case 'plain_text_input':
      return field(label, el(asked.multiline ? 'textarea' : 'input', { ...attributes, value: value ?? asked.initial_value ?? '' }), about);
    case 'url_text_input':
      return field(label, el('input', { ...attributes, type: 'text', inputmode: 'url', value: value ?? asked.initial_value ?? '' }), about);
    case 'users_select':
      return field(label, select([{ value: '', label: 'Choose a person' }, ...look.people()], value ?? asked.initial_user ?? '', { name: id, required: !block.optional }), about);
    case 'static_select':
      return field(label, select([{ value: '', label: 'Choose' }, ...options(asked)], value ?? asked.initial_option?.value ?? '', { name: id, required: !block.optional }), about);
    case 'multi_users_select':
      return several(label, id, look.people(), value ?? asked.initial_users, about);
    case 'multi_static_select':
      return several(label, id, options(asked), value ?? asked.initial_options?.map((each) => each.value), about);
    default:
      return el('p', { class: 'hint' }, `[${asked.type}: not drawn here]`);
  }
}

const options = (asked) => (asked.options ?? []).map((each) => ({ value: each.value, label: each.text.text }));

/** Several of a list, each with a box to tick. */
export function several(label, name, list, chosen, { hint = '', error = '' } = {}) {
  const isChosen = (each) => [].concat(chosen ?? []).includes(each.value);
  return el('fieldset', { class: 'field', 'aria-invalid': error ? 'true' : null },
    el('legend', {}, label),
    el('div', { class: 'boxes' }, list.map((each) =>
      el('label', {}, el('input', { type: 'checkbox', name, value: each.value, checked: isChosen(each), 'data-several': true }), each.label))),
    error || hint ? el('p', { class: error ? 'error' : 'hint' }, error || hint) : null);
}
