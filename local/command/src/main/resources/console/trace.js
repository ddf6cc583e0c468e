// What happened: the way of each event, as bars over time; one of them shows its request and answer.
import { get, once } from './api.js';
import { focusAgain, focused } from './dialog.js';
import { button, el, keep } from './dom.js';
import { clock } from './message.js';

const SHOWN = 30;
const ECHOES = /record\.(journal|updated)|event_callback/;
const AFTER = 3000;
const SYSTEMS = {
  servicenow: 'ServiceNow', slack: 'Slack', teams: 'Teams', pagerduty: 'PagerDuty', webhook: 'Webhook',
  dynamodb: 'DynamoDB', sqs: 'SQS', secretsmanager: 'Secrets Manager', ssm: 'SSM',
};
const OF_AWS = ['dynamodb', 'sqs', 'secretsmanager', 'ssm'];

/** An event that our own work brought about, such as the note that a press wrote. */
const isEcho = (trace, all) => ECHOES.test(trace.title) && all.some((each) => each !== trace && !ECHOES.test(each.title)
  && each.started <= trace.started && new Date(trace.started) - new Date(each.started) < each.duration_ms + AFTER);

/** What a step is called: a worker by its function, a queue without its stack. */
const name = (span) => (span.kind === 'worker' ? span.function : span.name.replace(/\bbelay-.*?-(?=slack|teams|files)/, ''));

const troubled = (outcome) => /fail|refus|retry|error|lost|dead|reject|time|^[45]\d\d/i.test(outcome);

export function tracePanel(app, panel) {
  let traces = [];
  let pinned = '';
  let shown = '';

  const list = el('ol', { class: 'traces', 'aria-label': 'Events, newest first' });
  const title = el('h3', {});
  const rows = el('ol', { class: 'spans', 'aria-label': 'Steps' });
  const empty = el('p', { class: 'empty' }, 'Nothing happened yet. Each event shows its way here: request, verification, queue, worker, and every call.');
  panel.append(list, el('div', { class: 'way' }, title, empty, rows));

  const load = once(async () => {
    traces = (await get('traces', { limit: SHOWN })).traces;
    drawList();
    await loadSpans();
  });

  const loadSpans = once(async () => {
    const wanted = traces.some((trace) => trace.id === pinned) ? pinned : newest()?.id ?? '';
    shown = wanted;
    if (wanted) {
      const trace = await get(`traces/${encodeURIComponent(wanted)}`);
      if (shown === wanted) {
        drawSpans(trace);
      }
    }
    drawList();
  });

  const newest = () => traces.find((trace) => !isEcho(trace, traces)) ?? traces[0];

  function drawList() {
    const items = traces.map((trace) => ({ ...trace, current: trace.id === shown }));
    keep(list, items, (trace) => trace.id, (trace) => el('li', {}, button([
      el('span', { class: `outcome ${trace.outcome}`, title: trace.outcome }),
      el('time', {}, clock(new Date(trace.started))),
      el('span', { class: 'what' }, trace.title),
      el('span', { class: 'duration' }, duration(trace.duration_ms)),
    ], () => {
      pinned = trace.id === newest()?.id ? '' : trace.id;
      loadSpans().catch(app.failed);
    }, { 'aria-current': trace.current ? 'true' : null })));
  }

  function drawSpans(trace) {
    empty.hidden = true;
    title.replaceChildren(trace.title, ' ', el('span', { class: 'hint' }, `${duration(trace.duration_ms)} · ${trace.outcome} · correlation id ${trace.id}`));
    const whole = Math.max(trace.duration_ms, ...trace.spans.map((span) => span.at_ms + span.duration_ms), 1);
    keep(rows, trace.spans.map((span) => ({ ...span, whole })), (span) => span.id, (span) => drawSpan(span, trace));
  }

  function drawSpan(span, trace) {
    const bar = el('span', { class: `bar ${span.kind} ${OF_AWS.includes(span.system) ? 'aws' : span.system || 'belay'} ${troubled(span.outcome) ? 'troubled' : ''}` });
    bar.style.setProperty('--at', `${(100 * span.at_ms) / span.whole}%`);
    bar.style.setProperty('--long', `${(100 * span.duration_ms) / span.whole}%`);
    const content = [
      el('span', { class: 'step', title: `${span.name} ${span.function}` },
        el('span', { class: 'kind' }, SYSTEMS[span.system] ?? span.kind),
        ` ${name(span)}`,
        span.function && span.kind !== 'worker' ? el('span', { class: 'hint' }, ` ${span.function}`) : null),
      el('span', { class: 'lane' }, bar),
      el('span', { class: 'duration' }, duration(span.duration_ms)),
      el('span', { class: troubled(span.outcome) ? 'result troubled' : 'result' }, /^(ok|200|done)$/.test(span.outcome) ? '' : span.outcome.toLowerCase()),
    ];
    return el('li', {}, span.detail
      ? button(content, () => open(trace, span).catch(app.failed), { class: 'span', title: 'Request and answer' })
      : el('div', { class: 'span' }, content));
  }


  async function open(trace, span) {
    const opener = focused();
    const detail = await get(`traces/${encodeURIComponent(trace.id)}/spans/${encodeURIComponent(span.id)}`);
    const dialog = el('dialog', { class: 'wide', 'aria-labelledby': 'span-title', onclose: () => {
      dialog.remove();
      focusAgain(opener);
    } },
      el('h2', { id: 'span-title' }, `${SYSTEMS[span.system] ?? span.kind} ${span.name}`),
      part('Request', [`${detail.request.method} ${detail.request.url}`, headers(detail.request), detail.request.body]),
      detail.answer
        ? part(`Answer after ${duration(span.duration_ms)}`, [String(detail.answer.status), headers(detail.answer), detail.answer.body])
        : el('p', {}, 'No answer came.'),
      el('div', { class: 'actions dialog-buttons' }, button('Close', () => dialog.close())));
    document.body.append(dialog);
    dialog.showModal();
  }

  const headers = (message) => Object.entries(message.headers ?? {}).map(([name, content]) => `${name}: ${content}`).join('\n');

  function part(name, lines) {
    return el('section', { 'aria-label': name }, el('h3', {}, name), el('pre', { tabindex: '0' }, lines.filter(Boolean).join('\n\n')));
  }

  return { load, changed: load };
}

export function duration(milliseconds) {
  if (milliseconds >= 60_000) {
    return `${(milliseconds / 60_000).toFixed(1)} min`;
  }
  if (milliseconds >= 1000) {
    return `${(milliseconds / 1000).toFixed(2)} s`;
  }
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
