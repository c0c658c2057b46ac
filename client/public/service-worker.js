// Keeps the files of the client, which are the same for everybody, so that Polku opens without a network. What the server answers about
// people and ideas is never kept. The server writes the names of the files in here, so that a new version is another worker.
const FILES = '%FILES%'.split(' ');
const KEPT = `polku-files-${FILES.find((file) => file.startsWith('main-')) ?? 'none'}`;
const PAGE = '/';
const SERVER = /^\/(api|health|dev)(\/|$)/;

addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(tellPages));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || SERVER.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (await caches.match(PAGE)) ?? Response.error()));
  else if (isOfTheBuild(pathname)) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
});

/** Names with a hash of the content, here and in older versions: what is kept under one never changes. */
function isOfTheBuild(pathname) {
  return FILES.includes(pathname.slice(1)) || /-[\w-]{8}\.\w+$/.test(pathname);
}

/** A few at a time: somebody may be working meanwhile. What an older version has kept already is not fetched again. */
async function keep() {
  const kept = await caches.open(KEPT);
  const waiting = [...FILES];
  const fetchNext = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const known = await caches.match(`/${file}`);
      if (known && /-[\w-]{8}\.\w+$/.test(file)) await kept.put(`/${file}`, known);
      else await kept.add(new Request(`/${file}`, { cache: 'no-cache' }));
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext()]);
  // Without a cookie: the page is the same for everybody.
  await kept.add(new Request(PAGE, { cache: 'no-store', credentials: 'omit' }));
}

/** The version before this one stays: tabs that still show it load its pages from here. */
async function forgetOlder() {
  const versions = (await caches.keys()).filter((name) => name.startsWith('polku-files-') && name !== KEPT);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

async function tellPages() {
  for (const page of await clients.matchAll({ type: 'window', includeUncontrolled: true }))
    page.postMessage({ kind: 'kept', files: FILES });
}
