// Draws Slack's mrkdwn (docs.slack.dev/messaging/formatting-message-text): escaped text, mentions, links, dates, and emphasis.
import { el, webAddress } from './dom.js';

const EMPHASIS = { '*': 'strong', _: 'em', '~': 's' };

const escaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Nodes for mrkdwn. `look` knows `person(id)`, `channel(id)`, `link(url, label)` and `now()`. */
export function mrkdwn(text, look) {
  const nodes = [];
  String(text).split(/```/).forEach((part, index) => {
    if (index % 2 === 1) {
      nodes.push(el('pre', {}, escaped(part.replace(/^\n/, ''))));
      return;
    }
    part.split('\n').forEach((line, number) => {
      if (number > 0) {
        nodes.push(el('br'));
      }
      const quoted = line.startsWith('&gt;');
      const inside = inline(quoted ? line.slice(4).trimStart() : line, look);
      nodes.push(...(quoted ? [el('blockquote', {}, inside)] : inside));
    });
  });
  return nodes;
}

function inline(text, look) {
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain) {
      nodes.push(document.createTextNode(escaped(plain)));
      plain = '';
    }
  };
  let at = 0;
  while (at < text.length) {
    const found = token(text, at, look) ?? code(text, at) ?? emphasis(text, at, look);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

function token(text, at, look) {
  const end = text[at] === '<' ? text.indexOf('>', at) : -1;
  return end < 0 ? null : { node: reference(text.slice(at + 1, end), look), end: end + 1 };
}

function reference(inside, look) {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : escaped(inside.slice(bar + 1));
  if (target.startsWith('@')) {
    return mention(`@${look.person(target.slice(1)) || label || target.slice(1)}`);
  }
  if (target.startsWith('#')) {
    return mention(`#${look.channel(target.slice(1)) || label || target.slice(1)}`);
  }
  if (target.startsWith('!date^')) {
    return date(target, label, look);
  }
  if (target.startsWith('!')) {
    return mention(label || `@${target.slice(1).split('^')[0]}`);
  }
  const address = escaped(target);
  return look.link(address, label || address.replace(/^mailto:/, ''));
}

function mention(text) {
  return el('span', { class: 'mention' }, text);
}

function code(text, at) {
  const end = text[at] === '`' ? text.indexOf('`', at + 1) : -1;
  return end < at + 2 ? null : { node: el('code', {}, escaped(text.slice(at + 1, end))), end: end + 1 };
}

/** Emphasis begins and ends at the edges of words, on one line. */
function emphasis(text, at, look) {
  const name = EMPHASIS[text[at]];
  if (!name || /[\w*_~]/.test(text[at - 1] ?? '') || !/\S/.test(text[at + 1] ?? '') || text[at + 1] === text[at]) {
    return null;
  }
  for (let end = text.indexOf(text[at], at + 2); end > 0; end = text.indexOf(text[at], end + 1)) {
    if (/\S/.test(text[end - 1]) && !/\w/.test(text[end + 1] ?? '')) {
      return { node: el(name, {}, inline(text.slice(at + 1, end), look)), end: end + 1 };
    }
  }
  return null;
}

// "Date formatting": !date^seconds^tokens^link|fallback
function date(target, fallback, look) {
  const [, seconds, tokens = '', link = ''] = target.split('^');
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) {
    return document.createTextNode(fallback);
  }
  const words = escaped(tokens).replaceAll(/\{(\w+)\}/g, (all, name) => dated(name, moment, new Date(look.now())) ?? all);
  const shown = el('time', { datetime: moment.toISOString(), title: fallback }, words);
  return webAddress(escaped(link)) ? look.link(escaped(link), words) : shown;
}

const DATES = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
};

function dated(name, moment, now) {
  if (name === 'time' || name === 'time_secs') {
    const seconds = name === 'time_secs' ? { second: '2-digit' } : {};
    return moment.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...seconds });
  }
  const day = (when) => Date.UTC(when.getFullYear(), when.getMonth(), when.getDate());
  const pretty = name.endsWith('_pretty') ? { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[(day(moment) - day(now)) / 86_400_000] : null;
  const format = DATES[name.replace(/_pretty$/, '')];
  return pretty ?? (format ? moment.toLocaleDateString('en', format) : null);
}
