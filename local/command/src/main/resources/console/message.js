// A message as both chats show it: who, when, what, and what one may do with it.
import { button, el } from './dom.js';

/**
 * @param about `{author, app, time, marks, kind: 'open' | 'reply' | 'private' | 'system', title}`
 * @param deeds `[[label, do]]`
 */
export function message(about, body, deeds) {
  return el('article', { class: `message ${about.kind}` },
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

/** Scrolls to the newest message, and to its beginning where it is longer than what is seen. */
export function toNewest(list) {
  const last = list.lastElementChild;
  if (last) {
    list.scrollTop = Math.min(list.scrollHeight, last.clientHeight > list.clientHeight ? last.offsetTop - list.offsetTop : list.scrollHeight);
  }
}
