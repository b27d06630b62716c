// Keeps an open page in touch: [data-live] names the stream of its news. It never changes what is being read or typed: it offers to
// load again, keeps the counts of the queues, and says who else is there. Only a page in sight listens (browsers allow six lines to
// one server); one that comes back into sight asks what it missed.
(() => {
  const box = document.querySelector("[data-live]");
  if (!box || !window.EventSource) return;
  const news = box.querySelector("[data-news]");
  const present = box.querySelector("[data-present]");
  let source = null;
  let retry;
  let over = false;

  const say = (words, link, address) => {
    const text = document.createElement("span");
    text.textContent = words;
    const way = document.createElement("a");
    way.className = "button plain";
    way.href = address;
    way.textContent = link;
    way.dataset.reload = "";
    news.replaceChildren(text, " ", way);
  };

  const count = (address, words) => {
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.getAttribute("href") !== address) continue;
      const next = link.nextElementSibling;
      const figure = link.querySelector(".count") ?? (next?.matches(".count") ? next : null);
      if (figure?.lastChild && figure.lastChild.nodeValue !== words) figure.lastChild.nodeValue = words;
    }
  };

  const listen = () => {
    clearTimeout(retry);
    if (source || over || document.hidden) return;
    source = new EventSource(box.dataset.live);
    source.addEventListener("danh-sach", (event) => {
      const { changed, counts } = JSON.parse(event.data);
      for (const [address, words] of Object.entries(counts)) count(address, words);
      say(`Có ${changed} hồ sơ thay đổi.`, "Tải lại danh sách", box.dataset.reload);
    });
    source.addEventListener("ho-so", (event) => {
      say(`Hồ sơ vừa thay đổi: ${JSON.parse(event.data).words}.`, "Tải lại", box.dataset.reload);
    });
    source.addEventListener("co-mat", (event) => {
      present?.replaceChildren(...JSON.parse(event.data).present.map((words) => {
        const line = document.createElement("li");
        line.textContent = words;
        return line;
      }));
    });
    source.addEventListener("het", () => {
      over = true;
      rest();
      say("Phiên làm việc đã hết.", "Đăng nhập lại", `/dang-nhap?ve=${encodeURIComponent(box.dataset.reload)}`);
    });
    source.addEventListener("error", () => {
      // A lost line comes back by itself; a refused one (too many pages open) is asked for again after a while.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      retry = setTimeout(listen, 30000);
    });
  };
  const rest = () => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };

  // A sign of life every 20 seconds while somebody is at the page; "edit" once words stand in a form.
  let touched = Date.now();
  let writing = false;
  const body = (activity) => {
    const token = document.querySelector("input[name=csrf]")?.value ?? "";
    return new URLSearchParams(activity ? { csrf: token, activity } : { csrf: token });
  };
  const sign = () => {
    if (!box.dataset.presence || over || document.hidden || Date.now() - touched > 300000) return;
    fetch(box.dataset.presence, { method: "POST", body: body(writing ? "edit" : "view"), redirect: "manual" })
      .catch(() => { /* no line: the next sign tries again */ });
  };
  for (const name of ["pointermove", "keydown", "scroll", "input"]) addEventListener(name, () => { touched = Date.now(); }, { passive: true });
  for (const form of document.querySelectorAll("form[data-guard]")) {
    form.addEventListener("input", () => {
      if (writing) return;
      writing = true;
      sign();
    });
  }
  setInterval(sign, 20000);

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return rest();
    touched = Date.now();
    listen();
    sign();
  });
  addEventListener("pagehide", () => {
    rest();
    if (box.dataset.presence) navigator.sendBeacon(box.dataset.presence, body(null));
  });
  addEventListener("pageshow", () => { listen(); sign(); });
  listen();
  sign();
})();
