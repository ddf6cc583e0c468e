// What if: switches for what goes wrong outside, how often each system was called, and time that passes.
import { get, once, post } from './api.js';
import { button, el, keep } from './dom.js';

const LEAPS = [[1, '1 min'], [11, '11 min'], [60, '1 h'], [1440, '1 day'], [43200, '30 days']];

export function whatIfPanel(app, panel) {
  const systems = el('div', { class: 'systems' });
  panel.append(
    el('div', { class: 'what-if-head' },
      el('div', { class: 'actions', role: 'group', 'aria-label': 'Let time pass' }, el('span', { class: 'hint' }, 'Let time pass'),
        LEAPS.map(([minutes, label]) => button(label, () => pass(minutes).catch(app.failed)))),
      button('Heal all', () => post('what-if/heal', {}).then(load).catch(app.failed))),
    systems);

  const load = once(async () => {
    const state = await get('what-if');
    app.clock(state.now);
    keep(systems, state.systems, (system) => system.id, drawSystem);
  });

  async function pass(minutes) {
    app.clock((await post('what-if/time', { minutes })).now);
    await load();
  }

  function drawSystem(system) {
    const names = Object.entries(system.by_name ?? {}).sort(([, a], [, b]) => b - a);
    return el('fieldset', { class: `faults ${system.id}` },
      el('legend', {}, system.name),
      el('details', { class: 'calls' },
        el('summary', {}, `${system.calls} calls`),
        el('ul', {}, names.map(([name, calls]) => el('li', {}, `${calls} × ${name}`)))),
      system.switches.map((each) => (each.momentary
        ? button(each.label, () => turn(system, each, true), { title: each.help })
        : el('label', { class: 'switch', title: each.help },
          el('input', { type: 'checkbox', role: 'switch', checked: each.on, onchange: (event) => turn(system, each, event.target.checked) }),
          each.label, each.left > 0 ? el('span', { class: 'hint' }, ` ${each.left} left`) : null))));
  }

  function turn(system, each, on) {
    post('what-if', { system: system.id, switch: each.id, on }).then(load).catch((problem) => {
      app.failed(problem);
      load();
    });
  }

  return { load, changed: load };
}
