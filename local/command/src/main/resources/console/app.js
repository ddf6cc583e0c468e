// The page: who one is, three panes, what happened, and what is told of changes.
import { calmly, get } from './api.js';
import { bindingsPanel } from './bindings.js';
import { button, choices, el, webAddress } from './dom.js';
import { guide } from './guide.js';
import { live } from './live.js';
import { serviceNowPane, tables } from './servicenow.js';
import { slackPane } from './slack.js';
import { teamsPane } from './teams.js';
import { tracePanel } from './trace.js';
import { whatIfPanel } from './what-if.js';

const ROLES = { commander: 'commander', responder: 'responder', guest: 'guest', connected: 'connected workspace', unmapped: 'not mapped' };
const FADES = 8000;

const by = (selector) => document.querySelector(selector);
const pick = by('#person');
let offset = 0;

const app = {
  as: '',
  person: {},
  now: () => Date.now() + offset,
  clock(now) {
    offset = new Date(now).getTime() - Date.now();
    by('#clock').textContent = Math.abs(offset) > 5000 ? `Simulated time ${new Date(app.now()).toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
  },
  /** Says something that stands in no pane. */
  say(text, { error = false, who = '' } = {}) {
    [...document.querySelectorAll('.notices .note')].find((each) => each.children[who ? 1 : 0].textContent === text)?.remove();
    const note = el('div', { class: error ? 'note error' : 'note' }, who ? el('strong', {}, `${who}: `) : null, el('span', {}, text),
      button('×', () => note.remove(), { 'aria-label': 'Dismiss', class: 'quiet' }));
    by(error ? '#errors' : '#notes').append(note);
    if (!error) {
      setTimeout(() => note.remove(), FADES);
    }
  },
  failed(problem) {
    app.say(problem.message, { error: true });
  },
  /** A link that leads to a pane, and never out of the sandbox. */
  link(to, label) {
    const known = webAddress(to);
    return known ? button(label, () => follow(known, true).catch(app.failed), { class: 'link', title: known, 'data-url': known }) : el('span', {}, label);
  },
  /** A record's number, where the pane knows it. */
  number: (record) => panes.servicenow.number(record) || record,
};

const panes = {};
const panels = {};
const helper = guide(app, by('#guide'));

async function follow(to, isAsked) {
  const place = await get('link', { to });
  if (!place.pane || !panes[place.pane]) {
    if (isAsked) {
      app.say(`This link leads out of the sandbox: ${to}`);
    }
    return;
  }
  if (place.pane === 'servicenow') {
    await panes.servicenow.choose({ table: place.table, sys_id: place.sys_id });
  } else {
    await panes[place.pane].show(place.channel ?? place.conversation, place.ts ?? place.message ?? '');
  }
  if (isAsked) {
    turn(place.pane);
    by(`#${place.pane}`).focus({ preventScroll: true });
  }
}

/** Shows one pane where there is room for one only. */
function turn(pane) {
  document.body.dataset.pane = pane;
  for (const each of document.querySelectorAll('#panes button')) {
    each.setAttribute('aria-pressed', String(each.dataset.pane === pane));
  }
}

/** The conversations of the record that one looks at are shown when they come to be. */
function followRecord() {
  let seen = '';
  panes.servicenow.onrecord((row, chosen) => {
    const links = ['x_belay_chat_slack_link', 'x_belay_chat_teams_link'].map((name) => row?.[name]?.value ?? '');
    const now = JSON.stringify([chosen?.sys_id, links]);
    if (chosen && now !== seen) {
      seen = now;
      links.filter(Boolean).forEach((link) => follow(link, false).catch(app.failed));
    }
    helper.record(row, chosen);
  });
}

function tabs() {
  const all = [...document.querySelectorAll('[role=tab]')];
  const open = (tab) => {
    for (const each of all) {
      const isOpen = each === tab;
      each.setAttribute('aria-selected', String(isOpen));
      each.tabIndex = isOpen ? 0 : -1;
      by(`#${each.getAttribute('aria-controls')}`).hidden = !isOpen;
    }
    panels[tab.getAttribute('aria-controls')].load().catch(app.failed);
  };
  all.forEach((tab, at) => {
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = all[(at + step + all.length) % all.length];
        next.focus();
        open(next);
      }
    });
  });
}

const isShown = (panel) => !by(`#${panel}`).hidden;

function heed() {
  const traces = calmly(() => panels.trace.changed().catch(app.failed));
  const whatIf = calmly(() => panels['what-if'].changed().catch(app.failed));
  const bindings = calmly(() => panels.bindings.changed().catch(app.failed));
  let wasLost = false;
  return live((change) => {
    if (change === null) {
      load().catch(app.failed);
    } else if (panes[change.pane]) {
      (change.all ? panes[change.pane].load() : panes[change.pane].changed(change)).catch(app.failed);
    } else if (change.pane === 'trace' && isShown('trace')) {
      traces();
    } else if ((change.pane === 'what-if' || change.pane === 'calls') && isShown('what-if')) {
      whatIf();
    } else if (change.pane === 'bindings' && isShown('bindings')) {
      bindings();
    }
  }, (isConnected) => {
    by('#connection').hidden = isConnected;
    wasLost ||= !isConnected;
    if (isConnected && wasLost) {
      wasLost = false;
      load().catch(app.failed);
    }
  });
}

function become(id, world) {
  app.person = world.people.find((each) => id && each.id === id) ?? world.people[0];
  app.as = app.person.id;
  pick.value = app.as;
  by('#may').textContent = app.person.may;
  sessionStorage.setItem('belay.person', app.as);
  helper.person();
}

const load = () => Promise.all([
  ...Object.values(panes).map((pane) => pane.load()),
  ...Object.entries(panels).filter(([name]) => isShown(name)).map(([, panel]) => panel.load()),
]);

async function start() {
  const world = await get('world');
  app.clock(world.now);
  choices(pick, world.people.map((each) => ({ value: each.id, label: `${each.name} – ${ROLES[each.role] ?? each.role}` })), '');
  tables(by('#servicenow select.tables'));
  for (const [name, make] of Object.entries({ servicenow: serviceNowPane, slack: slackPane, teams: teamsPane })) {
    if (world.panes.includes(name)) {
      panes[name] = make(app, by(`#${name}`));
    } else {
      by(`#${name}`).remove();
      by(`#panes [data-pane=${name}]`).remove();
    }
  }
  panels.trace = tracePanel(app, by('#trace'));
  panels['what-if'] = whatIfPanel(app, by('#what-if'));
  panels.bindings = bindingsPanel(app, by('#bindings'));
  followRecord();
  tabs();
  become(sessionStorage.getItem('belay.person') ?? '', world);
  pick.addEventListener('change', () => {
    become(pick.value, world);
    load().catch(app.failed);
  });
  document.querySelectorAll('#panes button').forEach((each) => each.addEventListener('click', () => turn(each.dataset.pane)));
  turn('servicenow');
  await heed();
  await load();
  document.body.dataset.ready = 'true';
  performance.mark('ready');
  const asked = new URLSearchParams(window.location.search).get('link');
  if (asked) {
    window.history.replaceState(null, '', '/');
    await follow(asked, true);
  }
}

start().catch(app.failed);
