// What Belay remembers: which conversation belongs to which record, who is who, and how its credentials are.
import { get, once, post } from './api.js';
import { button, el, keep } from './dom.js';
import { moment } from './message.js';

const MOST = 50;

export function bindingsPanel(app, panel) {
  const links = table('Conversations and records', ['Record', 'Platform', 'Conversation', 'State', 'Generation', 'Time left']);
  const users = table('People', ['Person', 'Platform', 'ServiceNow user', 'Time left']);
  const credentials = table('Credentials', ['Credential', 'State', 'Since']);
  const told = el('p', { class: 'hint', hidden: true }, 'A change is told once in the operations channel, through a platform that works.');
  credentials.section.append(button('Check now', () => post('credentials/check', {}).then(load).catch(app.failed)), told);
  panel.append(links.section, users.section, credentials.section);

  const load = once(async () => {
    const state = await get('bindings');
    const now = new Date(state.now);
    app.clock(state.now);
    links.show(state.links.slice(0, MOST), state.links.length, (link) => `${link.platform} ${link.conversation} ${link.record}`, (link) => [
      app.number(link.record), link.platform, link.channel_name || link.conversation || '–', link.dedicated === false ? `${link.state} (thread)` : link.state,
      String(link.generation ?? ''), left(link.expires, now),
    ]);
    users.show(state.users.slice(0, MOST), state.users.length, (user) => `${user.platform} ${user.user}`, (user) => [
      user.name || user.user, user.platform, user.outcome === 'known' ? user.email || user.record_user : user.outcome, left(user.expires, now),
    ]);
    told.hidden = !state.operations_channel;
    credentials.show(state.credentials, state.credentials.length, (each) => each.name, (each) => [
      each.name, `${each.state}${each.why ? `: ${each.why}` : ''}${each.expires ? `, ends ${moment(new Date(each.expires))}` : ''}`, each.since ? moment(new Date(each.since)) : '',
    ]);
  });

  return { load, changed: load };
}

function table(caption, columns) {
  const body = el('tbody');
  const count = el('span', { class: 'hint' });
  const section = el('section', { class: 'bindings' },
    el('table', {}, el('caption', {}, caption, ' ', count), el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, column)))), body));
  return {
    section,
    show(rows, all, key, cells) {
      count.textContent = all > rows.length ? `${rows.length} of ${all}` : `${all}`;
      keep(body, rows.map((row) => ({ key: key(row), cells: cells(row) })), (row) => row.key, (row) => el('tr', {}, row.cells.map((cell, at) =>
        el('td', { class: at === 1 && columns[1] === 'State' && !/^healthy|^unknown/.test(cell) ? 'troubled' : null }, cell))));
    },
  };
}

/** How long until a moment, in its two largest units. */
export function left(moment_, now) {
  if (!moment_) {
    return 'stays';
  }
  const seconds = Math.round((new Date(moment_) - now) / 1000);
  if (seconds <= 0) {
    return 'over';
  }
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
