// Asks the server of this page; what it refuses is an error with its sentence.

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error('Belay does not answer. Is ./belay local still running?');
  }
  const type = response.headers.get('content-type') ?? '';
  const body = type.includes('json') ? await response.json() : {};
  if (!response.ok) {
    throw Object.assign(new Error(body.error ?? `The server answered ${response.status}.`), { status: response.status });
  }
  return body;
}

const query = (parameters) => {
  const text = new URLSearchParams(parameters).toString();
  return text ? `?${text}` : '';
};

export const get = (path, parameters = {}) => answer(fetch(`/api/${path}${query(parameters)}`));

export const send = (method, path, body) =>
  answer(fetch(`/api/${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));

export const post = (path, body) => send('POST', path, body);

export const upload = (path, parameters, file) =>
  answer(fetch(`/api/${path}${query(parameters)}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file }));

export const address = (path, parameters) => `/api/${path}${query(parameters)}`;

/** Does something again when asked while it is being done: once more, however often it was asked, also where it failed meanwhile. */
export function once(work) {
  let running = null;
  let again = false;
  const run = async () => {
    let failure;
    do {
      again = false;
      failure = null;
      try {
        await work();
      } catch (problem) {
        failure = problem;
      }
    } while (again);
    if (failure) {
      throw failure;
    }
  };
  return () => {
    if (running) {
      again = true;
    } else {
      running = run().finally(() => {
        running = null;
      });
    }
    return running;
  };
}

/** How often what only lists or counts is read again, in milliseconds. */
const CALM = 300;

/** Does something soon, and once for all that ask for it until then. */
export function calmly(work) {
  let planned = 0;
  return () => {
    planned ||= setTimeout(() => {
      planned = 0;
      work();
    }, CALM);
  };
}
