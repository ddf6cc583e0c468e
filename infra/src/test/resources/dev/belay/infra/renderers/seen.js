// Draws an Adaptive Card with the official renderer and with the console's, and says what a person sees of each.
import { adaptiveCard } from '/console/adaptive-card.js';
import { blocks } from '/console/blocks.js';
import { button, el, webAddress } from '/console/dom.js';

const words = (text) => text.replaceAll(/\s+/g, ' ').trim();
const all = (root, selector) => [...root.querySelectorAll(selector)];
const link = (to, label) => {
  const known = webAddress(to);
  return known ? button(label, () => {}, { class: 'link', 'data-url': known }) : el('span', {}, label);
};

export function theirs(json) {
  const { AdaptiveCard, ChoiceSetInput, HostConfig } = globalThis.AdaptiveCards;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(json);
  const root = card.render();
  document.body.replaceChildren(root);
  const labels = all(root, '[aria-labelledby]').flatMap((control) => control.getAttribute('aria-labelledby').split(' '));
  const isLabel = (text) => text.tagName === 'LABEL' || text.closest('.ac-input-container') || (text.id && labels.includes(text.id));
  return {
    texts: all(root, '.ac-richTextBlock, .ac-textBlock').filter((text) => !text.closest('.ac-fact-title, .ac-fact-value') && !isLabel(text)).map((text) => words(text.textContent)),
    facts: all(root, '.ac-factset tr').map((row) => all(row, '.ac-textBlock').map((cell) => words(cell.textContent)).join(': ')),
    inputs: card.getAllInputs().map((input) => [
      input.id, input.label, input instanceof ChoiceSetInput ? (input.isMultiSelect ? 'several' : 'one') : (input.isMultiline ? 'lines' : 'line'),
      input instanceof ChoiceSetInput ? input.choices.map((choice) => choice.title).join(', ') : String(input.maxLength ?? ''),
      input.value ?? input.defaultValue ?? '',
    ].join(' | ')),
    buttons: all(root, '.ac-pushButton').map((each) => words(each.textContent)),
    links: all(root, 'a[href]').map((each) => `${words(each.textContent)} ${each.href}`),
  };
}

export function ours(json) {
  const root = adaptiveCard(json, { link, press: () => {}, people: () => [], now: () => Date.now() });
  document.body.replaceChildren(root);
  const control = (part) => part.querySelector('textarea, select, input');
  return {
    texts: all(root, 'p').filter((text) => !text.closest('.field')).map((text) => words(text.textContent)),
    facts: all(root, 'dt').map((title) => `${words(title.textContent)}: ${words(title.nextSibling.textContent)}`),
    inputs: all(root, '.field').map((part) => {
      const first = control(part);
      const isMany = part.tagName === 'FIELDSET';
      const kind = isMany ? 'several' : { TEXTAREA: 'lines', SELECT: 'one', INPUT: 'line' }[first.tagName];
      const options = isMany ? all(part, '.boxes label').map((each) => words(each.textContent)).join(', ')
        : kind === 'one' ? [...first.options].filter((each) => each.value).map((each) => each.label).join(', ')
          : first.maxLength > 0 ? String(first.maxLength) : '';
      const value = isMany ? all(part, 'input:checked').map((each) => each.value).join(',') : first.value;
      return [part.dataset.input ?? first.name, words(part.querySelector('label, legend').textContent), kind, options, value].join(' | ');
    }),
    buttons: all(root, '.actions > *').map((each) => words(each.textContent)),
    links: all(root, '.link').filter((each) => !each.closest('.actions')).map((each) => `${words(each.textContent)} ${each.dataset.url}`),
  };
}

/** Slack's blocks as the console draws them: `names` are its people by id. */
export function slack(list, names) {
  document.body.replaceChildren(...blocks(list, {
    link, press: () => {}, person: (id) => names[id], channel: () => '', now: () => Date.parse('2026-11-23T12:00:00Z'), people: () => [],
  }));
  return {
    title: all(document, 'h3').map((title) => title.textContent).join(''),
    texts: all(document, '.block-text, .block-fields > div, .block-context > span').map((text) => words(text.innerText)),
    buttons: all(document, '.actions button').map((each) => `${each.textContent} ${each.dataset.action} ${each.className}`.trim()),
    links: all(document, '.link').map((each) => `${each.textContent} ${each.dataset.url}`),
    mentions: all(document, '.mention').map((each) => each.textContent),
    undrawn: all(document, '.hint').map((each) => each.textContent),
    elements: [...new Set(all(document.body, '*').map((each) => each.tagName.toLowerCase()))].sort(),
  };
}
