// The forms of the ServiceNow pane: a new record, a change, a note.
import { button, choices, el, field, select } from './dom.js';

const FIRST = { short_description: 'Checkout is down in all shops', impact: '1', urgency: '1' };
/** ServiceNow's own table: impact across, urgency down ("Define priority lookup rules"). */
const PRIORITY = [[1, 2, 3], [2, 3, 4], [3, 4, 5]];
const LEVELS = [{ value: '1', label: '1 - High' }, { value: '2', label: '2 - Medium' }, { value: '3', label: '3 - Low' }];
const NOBODY = { value: '', label: 'nobody' };

/** Sends a form once, and says what was refused. */
function form(app, attributes, work, ...children) {
  const element = el('form', { ...attributes, onsubmit: async (event) => {
    event.preventDefault();
    if (element.ariaBusy === 'true') {
      return;
    }
    element.ariaBusy = 'true';
    try {
      await work();
    } catch (problem) {
      app.failed(problem);
    } finally {
      element.ariaBusy = 'false';
    }
  } }, ...children);
  return element;
}

export function newForm(app, create) {
  const text = el('input', { type: 'text', maxlength: 160, required: true, value: FIRST.short_description });
  const impact = select(LEVELS, FIRST.impact);
  const urgency = select(LEVELS, FIRST.urgency);
  const group = select([NOBODY], '');
  const priority = el('output', {});
  const tell = () => {
    const p = PRIORITY[impact.value - 1][urgency.value - 1];
    priority.className = `priority p${p}`;
    priority.textContent = `P${p}`;
  };
  impact.addEventListener('change', tell);
  urgency.addEventListener('change', tell);
  tell();
  const reason = el('p', { class: 'hint reason', id: 'new-reason' });
  const submit = el('button', { type: 'submit', class: 'primary next', 'data-step': 'open', 'aria-describedby': 'new-reason' }, 'Open incident');
  const element = form(app, { class: 'new-form' }, async () => {
    const fields = { short_description: text.value.trim(), impact: impact.value, urgency: urgency.value };
    await create(group.value ? { ...fields, assignment_group: group.value } : fields);
  },
  el('h3', {}, priority, ' A new record'),
  field('Short description', text),
  el('div', { class: 'side-by-side' }, field('Impact', impact), field('Urgency', urgency), field('Group', group)),
  reason,
  el('div', { class: 'actions' }, submit));
  return {
    element,
    /** @param why why it is not to be sent; empty where it is */
    allow: (why) => {
      submit.disabled = Boolean(why);
      reason.textContent = why;
    },
    offer: (offered) => choices(group, [{ ...NOBODY, label: 'none' }, ...offered.assignment_group], group.value),
  };
}

/** What is offered, and what the record has although it is not offered, so that saving another field leaves it as it is. */
function withOwn(offered, own) {
  return own?.value && !offered.some((each) => each.value === own.value)
    ? [...offered, { value: own.value, label: own.display_value || own.value }]
    : offered;
}

export function changeForm(app, save) {
  let before = {};
  const controls = {
    short_description: el('input', { type: 'text', maxlength: 160 }),
    state: select([], ''),
    impact: select(LEVELS, ''),
    urgency: select(LEVELS, ''),
    assigned_to: select([], ''),
    assignment_group: select([], ''),
  };
  const labels = { short_description: 'Short description', state: 'State', impact: 'Impact', urgency: 'Urgency', assigned_to: 'Assigned to', assignment_group: 'Group' };
  const element = form(app, { class: 'change-form' }, async () => {
    const changed = Object.entries(controls).filter(([name, control]) => control.value !== before[name]);
    if (changed.length > 0) {
      await save(Object.fromEntries(changed.map(([name, control]) => [name, control.value])));
    }
    element.closest('details').open = false;
  },
  Object.entries(controls).map(([name, control]) => field(labels[name], control)),
  el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary' }, 'Save')));
  return {
    element,
    /** Shows a record's values; what somebody entered stays. */
    show(row, table, offered) {
      for (const [name, control] of Object.entries(controls)) {
        const now = row[name]?.value ?? '';
        const entered = control.value !== (before[name] ?? '') && element.closest('details')?.open;
        if (name === 'state') {
          choices(control, withOwn(offered.state[table], row[name]), entered ? control.value : now);
        } else if (name === 'assigned_to' || name === 'assignment_group') {
          choices(control, withOwn([NOBODY, ...offered[name]], row[name]), entered ? control.value : now);
        } else if (!entered) {
          control.value = now;
        }
        before[name] = now;
      }
    },
  };
}

export function noteForm(app, save, attach) {
  const text = el('textarea', { rows: 1, 'aria-label': 'Work note or comment', placeholder: 'Work note' });
  const kind = select([{ value: 'work_notes', label: 'Work note' }, { value: 'comments', label: 'Comment' }], 'work_notes', { 'aria-label': 'Kind' });
  const file = el('input', { type: 'file', class: 'hidden-input', tabindex: '-1', 'aria-hidden': 'true', onchange: async () => {
    const chosen = [...file.files];
    file.value = '';
    for (const each of chosen) {
      await attach(each).catch(app.failed);
    }
  } });
  const element = form(app, { class: 'compose add-note' }, async () => {
    if (text.value.trim()) {
      await save({ [kind.value]: text.value.trim() });
      text.value = '';
    }
  }, text, el('div', { class: 'compose-buttons' }, kind, button('Attach', () => file.click(), { title: 'Attach a file' }), file, el('button', { type: 'submit' }, 'Post')));
  return {
    element,
    allow: (whether) => {
      element.hidden = !whether;
    },
    reset: () => {
      text.value = '';
    },
  };
}
