// The Slack pane: what one person sees in the simulated workspace.
import { address, get, once, post, send, upload } from './api.js';
import { blocks } from './blocks.js';
import { compose } from './compose.js';
import { modal } from './dialog.js';
import { choices, el, keep } from './dom.js';
import { file, message, newest, older, settle } from './message.js';
import { mrkdwn } from './mrkdwn.js';

const LONGEST = 100;

export function slackPane(app, pane) {
  let channels = [];
  let shown = null;
  let users = {};
  let channel = '';
  let target = { ts: '', isNew: false };

  const list = pane.querySelector('select');
  const about = pane.querySelector('.about');
  const messages = pane.querySelector('.messages');
  const box = compose({
    label: 'Message the channel',
    failed: app.failed,
    write: (text, { kind, id }) => (kind === 'edit'
      ? send('PATCH', 'slack/messages', { as: app.as, channel, ts: id, text })
      : post('slack/messages', { as: app.as, channel, text, ...(kind === 'reply' ? { thread_ts: id } : {}) })),
    attach: (chosen, { kind, id }) => upload('slack/files', { as: app.as, channel, name: chosen.name, ...(kind === 'reply' ? { thread_ts: id } : {}) }, chosen),
  });
  pane.append(box.element);
  list.addEventListener('change', () => show(list.value));

  const look = {
    person: (id) => users[id]?.name,
    channel: (id) => channels.find((each) => each.id === id)?.name,
    link: app.link,
    now: app.now,
  };

  const sees = (id) => channels.some((each) => each.id === id);

  const loadChannels = once(async () => {
    const as = app.as;
    const answer = app.person.slack ? await get('slack/channels', { as }) : { channels: [] };
    if (as !== app.as) {
      return;
    }
    channels = answer.channels;
    choices(list, channels.map((each) => ({ value: each.id, label: label(each) })), channel);
    if (!channel) {
      await show(channels.find((each) => each.is_member)?.id ?? channels[0]?.id ?? '');
    }
  });

  const loadChannel = once(async () => {
    const [as, wanted] = [app.as, channel];
    const answer = sees(wanted) ? await get(`slack/channels/${wanted}`, { as }) : null;
    if (as === app.as && wanted === channel) {
      const isGone = answer?.seen === false;
      draw(isGone ? null : answer);
      if (isGone) {
        loadChannels().catch(app.failed);
      }
    }
  });

  const loadViews = once(async () => {
    const as = app.as;
    const { views, users: known } = app.person.slack ? await get('slack/views', { as }) : { views: [], users };
    if (as === app.as) {
      users = known;
      drawView(views.at(-1) ?? null);
    }
  });

  function label(each) {
    if (each.is_im) {
      return '@ Direct message';
    }
    return `${each.is_private ? '🔒' : '#'} ${each.name}${each.is_archived ? ' (archived)' : ''}`;
  }

  /** Shows a channel, and the message that somebody means. */
  async function show(id, ts = '') {
    target = { ts, isNew: Boolean(ts) };
    if (id !== channel) {
      channel = id;
      shown = null;
      box.reset();
      messages.replaceChildren();
    }
    if (id && !sees(id)) {
      await loadChannels();
    }
    list.value = id;
    await loadChannel();
  }

  function draw(answer) {
    const stays = messages.scrollTop + messages.clientHeight < messages.scrollHeight - 40 && shown !== null;
    shown = answer;
    about.replaceChildren();
    if (answer === null) {
      messages.replaceChildren(el('p', { class: 'empty' }, app.person.slack ? `${app.person.name} does not see this channel.` : `${app.person.name} has no account in Slack.`));
      box.open(false, 'Not a member');
      return;
    }
    users = answer.users;
    about.append(el('span', { class: 'topic', title: answer.channel.topic?.value }, mrkdwn(answer.channel.topic?.value ?? '', look)),
      ...answer.bookmarks.map((each) => app.link(each.link, each.title)));
    keep(messages, lines(answer), (line) => line.key, (line) => (line.left ? older(line.left) : drawLine(line, answer)));
    box.open(answer.writable, answer.channel.is_archived ? 'This channel is archived' : 'Not a member');
    settle(messages, target.isNew ? target.ts : '', stays);
    target.isNew = false;
  }

  /** Roots with their replies below, and what this person alone sees at its time. */
  function lines({ messages: roots, ephemeral, users: known }) {
    const names = (said) => [...JSON.stringify(said).matchAll(/<@(\w+)/g)].map(([, id]) => known[id]?.name);
    const line = (said, kind) => ({ key: `${kind}${said.ts}`, kind, said, names: names(said) });
    const all = roots.flatMap((root) => [
      { at: root.ts, ...line({ ...root, replies: undefined }, root.subtype && !root.bot_id && !root.files ? 'system' : 'open') },
      ...(root.replies ?? []).map((reply) => ({ at: root.ts, ...line(reply, 'reply') })),
    ]);
    for (const said of ephemeral) {
      const inThread = said.thread_ts && all.some((each) => each.at === said.thread_ts);
      const at = inThread ? said.thread_ts : said.ts;
      const place = all.findLastIndex((each) => each.at <= at);
      all.splice(place + 1, 0, { at, ...line(said, 'private') });
    }
    return newest(all, LONGEST, (each) => each.at === target.ts);
  }

  function drawLine({ kind, said }, answer) {
    const user = users[said.user] ?? {};
    const author = user.name ?? said.username ?? (said.bot_id ? 'Belay' : said.user ?? '');
    const marks = [said.pinned_to?.length ? 'pinned' : '', said.edited ? 'edited' : '', kind === 'private' ? 'Only visible to you' : ''].filter(Boolean);
    const body = said.blocks?.length
      ? blocks(said.blocks, { ...look, press: (element, block) => press(said, element, block) })
      : el('div', { class: 'block-text' }, mrkdwn(kind === 'system' ? said.text.replace(`<@${said.user}> `, '') : said.text ?? '', look));
    const files = (said.files ?? []).map((each) => each.mode === 'external' || !each.size
      ? app.link(each.permalink ?? each.url_private, each.name ?? each.title)
      : file(each.name, each.size, address(`slack/files/${each.id}`, { as: app.as })));
    return message({ id: said.ts, author, app: Boolean(user.bot || said.bot_id), time: new Date(Number(said.ts) * 1000), marks, kind }, [body, files], deeds(kind, said, answer));
  }

  function deeds(kind, said, answer) {
    if (kind === 'private' || kind === 'system') {
      return [];
    }
    const act = (work) => () => work().catch(app.failed);
    const root = said.thread_ts ?? said.ts;
    const mine = said.user === app.person.slack;
    return [
      ['Reply in thread', () => box.reply(root, 'the thread')],
      ['Pin', act(() => post('slack/pins', { as: app.as, channel, ts: said.ts }))],
      ...(answer.shortcuts ?? []).map((each) => [each.name, act(() => post('slack/shortcuts', { as: app.as, channel, ts: said.ts, callback_id: each.callback_id }))]),
      ...(mine ? [
        ['Edit', () => box.edit(said.ts, said.text)],
        ['Delete', act(() => send('DELETE', 'slack/messages', { as: app.as, channel, ts: said.ts }))],
      ] : []),
    ];
  }

  function press(said, element, block) {
    post('slack/press', { as: app.as, channel, ts: said.ts, action_id: element.action_id, ...(block.block_id ? { block_id: block.block_id } : {}) })
      .catch(app.failed);
  }

  function drawView(view) {
    modal('slack', view && {
      id: view.id,
      title: view.title.text,
      notice: view.notice,
      state: view,
      submit: view.submit?.text ?? '',
      close: view.close?.text ?? 'Cancel',
      body: (values) => blocks(view.blocks, { ...look, errors: view.errors ?? {}, values, people: selectable, press: () => {} }),
      onsubmit: async (values) => {
        await post(`slack/views/${view.id}/submit`, { as: app.as, values });
        await loadViews();
      },
      onclose: async () => {
        await post(`slack/views/${view.id}/close`, { as: app.as });
        await loadViews();
      },
      failed: app.failed,
    });
  }

  const selectable = () => Object.entries(users)
    .filter(([, user]) => user.selectable !== false && !user.bot)
    .map(([value, user]) => ({ value, label: user.name }));

  return {
    show,
    async load() {
      shown = null;
      messages.replaceChildren();
      await Promise.all([loadChannels().then(loadChannel), loadViews()]);
    },
    async changed(change) {
      if (change.person) {
        await (change.person === app.as ? loadViews() : null);
      } else if (change.channel === channel) {
        await loadChannel();
        const known = channels.find((each) => each.id === channel);
        if (!known || known.name !== shown?.channel.name || known.is_archived !== shown?.channel.is_archived) {
          await loadChannels();
          await (shown === null && sees(channel) ? loadChannel() : null);
        }
      } else if (!channels.some((each) => each.id === change.channel)) {
        await loadChannels();
      }
    },
  };
}
