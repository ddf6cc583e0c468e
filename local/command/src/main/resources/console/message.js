// A message as both chats show it: who, when, what, and what one may do with it.
import { button, el } from './dom.js';

/**
 * @param about `{id, author, app, time, marks, kind: 'open' | 'reply' | 'private' | 'system', title}`
 * @param deeds `[[label, do]]`
 */
export function message(about, body, deeds) {
  return el('article', { class: `message ${about.kind}`, 'data-id': about.id },
    el('header', {},
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(about.author)),
      el('strong', {}, about.author),
      about.app ? el('span', { class: 'badge' }, 'APP') : null,
      el('time', { datetime: about.time.toISOString() }, clock(about.time)),
      about.marks.map((mark) => el('span', { class: 'mark' }, mark)),
      deeds.length ? more(deeds) : null),
    el('div', { class: 'body' }, body));
}

const initials = (name) => name.split(/\s+/).map((word) => word[0] ?? '').slice(0, 2).join('').toUpperCase();

function more(deeds) {
  const menu = el('details', { class: 'more', onkeydown: (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.firstElementChild.focus();
    }
  }, onfocusout: (event) => {
    if (!menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  } },
  el('summary', { 'aria-label': 'What to do with this message', title: 'More' }, '⋯'),
  el('div', { class: 'menu' }, deeds.map(([label, act]) => button(label, () => {
    menu.open = false;
    act();
  }))));
  return menu;
}

export function clock(time) {
  return time.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

export function moment(time) {
  return `${time.toLocaleDateString('en', { day: 'numeric', month: 'short' })} ${clock(time)}`;
}

/** A file with its size; it is loaded under its own name. */
export function file(name, size, href) {
  return el('a', { class: 'file', href, download: name }, name, size ? ` · ${bytes(size)}` : '');
}

export function bytes(size) {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = Number(size);
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** The newest lines, and those that somebody means; how many are left out stands before them. */
export function newest(lines, most, isMeant) {
  const first = lines.length - most;
  const shown = lines.filter((line, at) => at >= first || isMeant(line));
  const left = lines.length - shown.length;
  return left > 0 ? [{ key: 'older', left }, ...shown] : shown;
}

export function older(left) {
  return el('p', { class: 'hint older' }, `${left} older ones are not shown here.`);
}

/** Scrolls to a message, or to the newest one where nobody reads older ones. */
export function settle(list, id, isReading) {
  const meant = id ? [...list.children].find((child) => child.dataset.id === id) : null;
  const last = list.lastElementChild;
  if (meant) {
    list.scrollTop = meant.offsetTop - list.offsetTop;
  } else if (last && !isReading) {
    list.scrollTop = last.clientHeight > list.clientHeight ? last.offsetTop - list.offsetTop : list.scrollHeight;
  }
}
