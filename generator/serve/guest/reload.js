// Keeps a guest's page true while the author writes. The protocol stands in generator/serve.
(() => {
  "use strict";
  const [entry] = performance.getEntriesByType("navigation");
  let page = "";
  for (const t of (entry && entry.serverTiming) || []) if (t.name === "page") page = t.description;
  let pause = 500;

  function exchange(from, to) {
    for (const old of document.querySelectorAll("link[rel~=stylesheet]")) {
      if (new URL(old.href).pathname !== from) continue;
      const fresh = old.cloneNode();
      fresh.href = to;
      fresh.onload = () => old.remove();
      fresh.onerror = () => fresh.remove();
      old.after(fresh);
    }
  }

  function connect() {
    const query = "?path=" + encodeURIComponent(location.pathname) + (page && "&page=" + encodeURIComponent(page));
    const socket = new WebSocket("ws://" + location.host + "/_preview/socket" + query);
    socket.onmessage = (event) => {
      pause = 500;
      const message = JSON.parse(event.data);
      if (message.type === "hello") page = message.page;
      if (message.type === "style") exchange(message.from, message.to);
      if (message.type === "reload") location.reload();
    };
    socket.onclose = () => {
      setTimeout(connect, pause);
      pause = Math.min(pause * 1.6, 10000);
    };
  }
  connect();
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
