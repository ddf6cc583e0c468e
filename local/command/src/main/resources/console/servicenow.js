// The ServiceNow pane: the records, one of them with its activity, and what an agent does to it.
import { address, calmly, get, once, post, send, upload } from './api.js';
import { button, choices, el, keep } from './dom.js';
import { file, moment, older } from './message.js';
import { changeForm, newForm, noteForm } from './record-forms.js';

const FIELDS = [
  ['state', 'State'], ['priority', 'Priority'], ['assigned_to', 'Assigned to'], ['assignment_group', 'Group'],
  ['major_incident_state', 'Major incident'], ['opened_at', 'Opened'], ['close_code', 'Resolution'],
];
const CONVERSATIONS = [['x_belay_chat_slack_link', 'Slack'], ['x_belay_chat_teams_link', 'Teams']];
const ENDED = ['6', '7', '8'];

export const value = (row, name) => row?.[name]?.value ?? '';
export const display = (row, name) => row?.[name]?.display_value ?? value(row, name);

/** A time of ServiceNow's, which is in UTC. */
const time = (text) => new Date(`${text.replace(' ', 'T')}Z`);

export function serviceNowPane(app, pane) {
  let records = [];
  let chosen = null;
  let record = null;
  let offered = null;
  const listeners = [];

  const table = pane.querySelector('select.tables');
  const list = pane.querySelector('.records');
  const total = pane.querySelector('.total');
  const detail = pane.querySelector('.record');
  const head = el('div', { class: 'record-head' });
  const reason = el('p', { class: 'hint reason' });
  const buttons = el('span', { class: 'deeds' });
  const activity = el('ol', { class: 'activity', 'aria-label': 'Activity' });
  const note = noteForm(app, (fields) => save(fields), (chosenFile) => attach(chosenFile));
  const change = changeForm(app, (fields) => save(fields));
  const opening = newForm(app, (fields) => create(fields));
  table.addEventListener('change', () => {
    records = [];
    choose(null);
    loadRecords();
  });
  pane.querySelector('.new-record').addEventListener('click', () => choose(null));

  /** Why this person changes nothing here; empty where they do. */
  const whyNot = () => (app.person.servicenow ? '' : `${app.person.name} has no user in ServiceNow and looks only.`);

  const path = (of) => `servicenow/records/${of.table}/${of.sys_id}`;

  const loadRecords = once(async () => {
    const [as, which] = [app.as, table.value];
    const answer = await get('servicenow/records', { as, table: which, limit: 200 });
    if (as !== app.as || which !== table.value) {
      return;
    }
    records = answer.records;
    const seenAs = app.person.servicenow === answer.user ? '' : `seen as ${answer.user}, `;
    total.textContent = seenAs + (answer.total > records.length ? `${records.length} of ${answer.total}` : answer.total);
    drawList();
  });

  const loadRecord = once(async () => {
    const [as, wanted] = [app.as, chosen];
    if (!wanted) {
      return;
    }
    const answer = await get(path(wanted), { as }).catch((problem) => {
      if (problem.status === 403 || problem.status === 404) {
        return { problem };
      }
      throw problem;
    });
    if (as === app.as && wanted === chosen) {
      draw(answer);
    }
  });

  /** The list is long where much goes on, and what one looks at comes first. */
  const listLater = calmly(() => loadRecords().catch(app.failed));

  function drawList() {
    const current = (row) => value(row, 'sys_id') === chosen?.sys_id;
    const rows = records.map((row) => ({
      id: value(row, 'sys_id'), number: value(row, 'number'), priority: value(row, 'priority'), state: display(row, 'state'),
      text: value(row, 'short_description'), current: current(row),
    }));
    keep(list, rows, (row) => row.id, (row) => el('li', {},
      button([
        el('span', { class: `priority p${row.priority}`, title: 'Priority' }, `P${row.priority}`),
        el('span', { class: 'number' }, row.number),
        el('span', { class: 'short' }, row.text),
        el('span', { class: 'state' }, row.state),
      ], () => choose({ table: table.value, sys_id: row.id }), { 'aria-current': row.current ? 'true' : null })));
    list.hidden = records.length === 0;
  }

  async function choose(next) {
    const same = next && chosen && next.sys_id === chosen.sys_id;
    chosen = next;
    if (!same) {
      record = null;
      note.reset();
    }
    if (next && next.table !== table.value) {
      table.value = next.table;
      await loadRecords();
    }
    drawList();
    if (!next) {
      detail.replaceChildren(opening.element);
      listeners.forEach((each) => each(null, null));
    } else {
      await loadRecord();
    }
  }

  function draw({ record: row, activity: entries, older_activity: left, attachments, problem }) {
    if (problem) {
      record = null;
      detail.replaceChildren(el('p', { class: 'empty' }, problem.message));
      return;
    }
    record = row;
    if (!detail.contains(head)) {
      detail.replaceChildren(head, reason, note.element, activity);
    }
    drawHead(row, attachments);
    change.show(row, chosen.table, offered);
    keep(activity, left ? [...entries, { sys_id: 'older', left }] : entries, (entry) => entry.sys_id, drawEntry);
    const known = records.findIndex((each) => value(each, 'sys_id') === chosen.sys_id);
    if (known < 0) {
      listLater();
    } else {
      records[known] = row;
      drawList();
    }
    listeners.forEach((each) => each(row, chosen));
  }

  /** The head is drawn in parts, so that a form that somebody has open stays as it is. */
  function drawHead(row, attachments) {
    const facts = FIELDS.filter(([name]) => display(row, name) || name === 'assigned_to').map(([name, label]) => ({ name, label, text: shown(row, name) }));
    const of = { id: chosen.sys_id, as: app.as };
    const parts = [
      { part: 'title', number: value(row, 'number'), text: value(row, 'short_description'), priority: value(row, 'priority') },
      { part: 'facts', facts },
      { part: 'links', links: CONVERSATIONS.map(([name, label]) => [value(row, name), label]).filter(([link]) => link) },
      { part: 'files', files: attachments.map(({ sys_id: id, file_name: name, size_bytes: size }) => ({ id, name, size })) },
      ...(whyNot() ? [] : [{ part: 'deeds' }]),
    ].map((part) => ({ ...part, ...of }));
    keep(head, parts, ({ part }) => part, drawPart);
    keep(buttons, deeds(row).map(([label]) => ({ label, ...of })), ({ label }) => label, drawDeed);
  }

  function shown(row, name) {
    if (name === 'opened_at') {
      return value(row, name) ? moment(time(value(row, name))) : '';
    }
    return display(row, name) || 'nobody';
  }

  function drawPart(part) {
    switch (part.part) {
      case 'title':
        return el('h3', {}, el('span', { class: `priority p${part.priority}` }, `P${part.priority}`), ` ${part.number} `, el('span', { class: 'short' }, part.text));
      case 'facts':
        return el('dl', { class: 'facts' }, part.facts.map(({ name, label, text }) => el('div', {}, el('dt', {}, label), el('dd', { 'data-field': name }, text))));
      case 'links':
        return el('p', { class: 'conversations' }, part.links.length
          ? ['Conversation ', part.links.map(([link, label]) => app.link(link, label))]
          : el('span', { class: 'hint' }, 'No conversation yet.'));
      case 'files':
        return el('p', { class: 'files' }, part.files.map(({ id, name, size }) => file(name, size, address(`servicenow/attachments/${id}`, { as: app.as }))));
      default:
        return el('div', { class: 'actions' },
          buttons,
          el('details', { class: 'change' }, el('summary', {}, 'Change'), change.element));
    }
  }

  /** What a button does is what the record has for it when it is pressed. */
  function drawDeed({ label }) {
    return button(label, () => deeds(record).find(([known]) => known === label)?.[1]().catch(app.failed));
  }

  function deeds(row) {
    const wanted = { ...chosen };
    const act = (name) => () => post(`${path(wanted)}/${name}`, { as: app.as }).then(loadRecord);
    if (wanted.table !== 'incident') {
      return [];
    }
    if (ENDED.includes(value(row, 'state'))) {
      return [['Reopen', act('reopen')]];
    }
    const major = value(row, 'major_incident_state');
    return [
      ...(value(row, 'priority') === '1' ? [] : [['Raise to P1', act('raise')]]),
      ...(major === 'proposed' ? [['Promote', act('promote')], ['Reject', act('reject')]] : []),
      ...(major === 'proposed' || major === 'accepted' ? [] : [['Propose as major', act('propose')]]),
      ['Resolve', act('resolve')],
    ];
  }

  function drawEntry(entry) {
    if (entry.left) {
      return el('li', {}, older(entry.left));
    }
    return el('li', { class: entry.element },
      el('p', { class: 'by' }, el('strong', {}, entry.name || entry.sys_created_by), ' ',
        el('time', { datetime: time(entry.sys_created_on).toISOString() }, moment(time(entry.sys_created_on))),
        el('span', { class: 'badge' }, entry.element === 'comments' ? 'Comment' : 'Work note')),
      el('p', { class: 'said' }, entry.value));
  }

  async function create(fields) {
    const made = await post('servicenow/records', { as: app.as, table: table.value, fields });
    await choose({ table: made.table, sys_id: made.sys_id });
  }

  async function save(fields) {
    await send('PATCH', path(chosen), { as: app.as, fields });
    await loadRecord();
  }

  async function attach(chosenFile) {
    await upload(`${path(chosen)}/attachments`, { as: app.as, name: chosenFile.name }, chosenFile);
    await loadRecord();
  }

  return {
    choose,
    number: (name) => value(records.find((row) => name.endsWith(value(row, 'sys_id'))), 'number'),
    onrecord: (listener) => listeners.push(listener),
    async load() {
      [offered] = await Promise.all([get('servicenow/choices', { as: app.as }), loadRecords()]);
      opening.offer(offered);
      opening.allow(whyNot());
      note.allow(!whyNot());
      reason.textContent = whyNot();
      await choose(chosen);
    },
    async changed(changed) {
      if (changed.table === chosen?.table && changed.sys_id === chosen?.sys_id) {
        await loadRecord();
      } else if (changed.table === table.value) {
        listLater();
      }
    },
  };
}

/** Sets up the choice of the table. */
export function tables(list) {
  choices(list, [
    { value: 'incident', label: 'Incidents' }, { value: 'problem', label: 'Problems' },
    { value: 'change_request', label: 'Changes' }, { value: 'incident_task', label: 'Incident tasks' },
  ], 'incident');
}
