// Draws Adaptive Cards (adaptivecards.io/explorer, version 1.5): the elements that Belay's cards and dialogs use.
import { several } from './blocks.js';
import { button, el, field, select } from './dom.js';

/**
 * @param look `link(url, label)`, `press(action)`, and in a dialog `errors`, `values` and `people(id)` of an input
 */
export function adaptiveCard(card, look) {
  return el('div', { class: 'adaptive-card' },
    (card.body ?? []).map((each) => drawn(each, look)),
    card.actions ? actions(card.actions, look) : null);
}

function drawn(element, look) {
  switch (element.type) {
    case 'TextBlock':
      return el('p', { class: looks(element) }, dated(element.text));
    case 'RichTextBlock':
      return el('p', {}, (element.inlines ?? []).map((each) => run(each, look)));
    case 'Container':
      return el('div', { class: `container ${(element.style ?? '').toLowerCase()}`, 'data-id': element.id }, (element.items ?? []).map((each) => drawn(each, look)));
    case 'ColumnSet':
      return el('div', { class: 'columns' }, (element.columns ?? []).map((column) =>
        el('div', {}, (column.items ?? []).map((each) => drawn(each, look)))));
    case 'FactSet':
      return el('dl', { class: 'facts' }, (element.facts ?? []).map((fact) => [el('dt', {}, dated(fact.title)), el('dd', {}, dated(fact.value))]));
    case 'ActionSet':
      return actions(element.actions ?? [], look);
    case 'Input.Text':
    case 'Input.ChoiceSet':
      return input(element, look);
    default:
      return el('p', { class: 'hint' }, `[${element.type}: not drawn here]`);
  }
}

function looks(element) {
  return ['weight', 'size', 'color'].map((key) => element[key] && `text-${element[key].toLowerCase()}`).filter(Boolean).join(' ') || null;
}

function run(inline, look) {
  if (typeof inline === 'string') {
    return document.createTextNode(dated(inline));
  }
  const text = dated(inline.text ?? '');
  if (inline.selectAction?.type === 'Action.OpenUrl') {
    return look.link(inline.selectAction.url, text);
  }
  return el('span', { class: looks(inline) }, text);
}

function actions(list, look) {
  return el('div', { class: 'actions' }, list.map((action) => {
    switch (action.type) {
      case 'Action.OpenUrl':
        return look.link(action.url, action.title);
      case 'Action.Execute':
      case 'Action.Submit':
        return button(action.title, () => look.press(action), { class: action.style ?? null, 'data-action': word(action) });
      default:
        return el('span', { class: 'hint' }, `[${action.type}: not drawn here]`);
    }
  }));
}

/** What a button is called by: its verb, or the action in its data. */
export function word(action) {
  return action.verb || action.data?.action || '';
}

function input(element, look) {
  const about = { error: look.errors?.[element.id] ?? '' };
  const label = element.label ?? element.id;
  const value = look.values?.[element.id] ?? element.value ?? '';
  if (element.type === 'Input.Text') {
    return field(label, el(element.isMultiline ? 'textarea' : 'input', {
      name: element.id, required: element.isRequired, maxlength: element.maxLength, placeholder: element.placeholder,
      inputmode: element.style === 'Url' ? 'url' : null, value,
    }), about);
  }
  const asksPeople = element['choices.data']?.dataset?.startsWith('graph.microsoft.com/users');
  const list = [...(element.choices ?? []).map((each) => ({ value: each.value, label: each.title })), ...(asksPeople ? look.people(element.id) : [])];
  if (element.isMultiSelect) {
    return several(label, element.id, list, String(value).split(',').filter(Boolean), about);
  }
  return field(label, select([{ value: '', label: asksPeople ? 'Choose a person' : 'Choose' }, ...list], value, { name: element.id, required: element.isRequired }), about);
}

const AT = String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[-+]\d{2}:\d{2}))`;
const DATE = new RegExp(String.raw`\{\{DATE\(${AT}(?:, ?(COMPACT|LONG|SHORT))?\)\}\}`, 'g');
const TIME = new RegExp(String.raw`\{\{TIME\(${AT}\)\}\}`, 'g');

/** Dates in a text (learn.microsoft.com/adaptive-cards/authoring-cards/text-features, "Datetime formatting"), in the reader's zone. */
function dated(text) {
  return String(text ?? '')
    .replaceAll(DATE, (_, moment, length = 'COMPACT') => new Date(moment).toLocaleDateString('en', length === 'COMPACT' ? {} : {
      day: 'numeric', weekday: length.toLowerCase(), month: length.toLowerCase(), year: 'numeric',
    }))
    .replaceAll(TIME, (_, moment) => new Date(moment).toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' }));
}
