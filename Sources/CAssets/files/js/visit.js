// The page of a visit on site. What is saved goes into this device's own store first and from there to the server, in order, each
// under a key of its own, so that whatever breaks on the way nothing is lost and nothing comes twice. The server keeps both times.
(() => {
  const main = document.querySelector("[data-visit]");
  if (!main || !window.indexedDB) return;
  const address = main.dataset.visit;
  const account = main.dataset.account;
  const form = main.querySelector("form[data-entry]");
  const line = main.querySelector("[data-line]");
  const waiting = main.querySelector("[data-waiting]");
  const longestSide = 2000;

  const finished = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const opened = (() => {
    const request = indexedDB.open("dong-hanh-hien-truong", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "order", autoIncrement: true });
    return finished(request);
  })();
  const store = async (mode) => (await opened).transaction("entries", mode).objectStore("entries");
  const add = (entry) => new Promise((done, failed) => {
    store("readwrite").then((entries) => {
      entries.add(entry);
      entries.transaction.oncomplete = () => done();
      entries.transaction.onerror = entries.transaction.onabort = () => failed(entries.transaction.error);
    }, failed);
  });
  const change = async (entry) => finished((await store("readwrite")).put(entry));
  const remove = async (entry) => finished((await store("readwrite")).delete(entry.order));
  const own = async () => (await finished((await store("readonly")).getAll())).filter((entry) => entry.visit === address);

  const tell = (words, tone, way) => {
    line.hidden = false;
    line.className = `notice ${tone}`;
    const text = document.createElement("p");
    text.textContent = words;
    line.replaceChildren(text);
    if (!way) return;
    const link = document.createElement("a");
    link.className = "button plain";
    link.href = way.address;
    link.textContent = way.words;
    line.append(link);
  };

  // Pictures of the device are drawn, not loaded: the page loads nothing but what the server sends.
  const draw = async (bytes, side, canvas = document.createElement("canvas")) => {
    const picture = await createImageBitmap(bytes, { imageOrientation: "from-image" });
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return canvas;
  };
  const shrink = async (file) => {
    const canvas = await draw(file, longestSide);
    const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    const isSmall = Math.max(canvas.width, canvas.height) < longestSide && ["image/jpeg", "image/png"].includes(file.type);
    return isSmall && file.size <= (small?.size ?? Infinity) ? file : small;
  };

  const show = async () => {
    const entries = await own();
    waiting.hidden = entries.length === 0;
    waiting.querySelector("ol").replaceChildren(...entries.map((entry) => {
      const item = document.createElement("li");
      item.dataset.key = entry.key;
      const state = document.createElement("p");
      state.className = "quiet";
      state.textContent = `${new Date(entry.takenAt).toLocaleString("vi-VN")} · ${entry.refused ?? "đang chờ gửi"}`;
      item.append(state);
      if (entry.text) {
        const words = document.createElement("p");
        words.textContent = entry.text;
        item.append(words);
      }
      if (entry.photo) {
        const canvas = document.createElement("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", "Ảnh đang chờ gửi");
        draw(new Blob([entry.photo]), 320, canvas).catch(() => canvas.remove());
        item.append(canvas);
      }
      if (entry.refused) {
        const button = document.createElement("button");
        button.className = "button plain";
        button.textContent = "Bỏ mục này";
        button.addEventListener("click", async () => { await remove(entry); await show(); });
        item.append(button);
      }
      return item;
    }));
    return entries;
  };

  const fresh = async () => {
    const answer = await fetch(`${address}?moi=1`, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return { signedOut: true };
    if (!answer.ok) return { refused: true };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    main.querySelector("[data-entries]").replaceWith(document.adoptNode(page.querySelector("[data-entries]")));
    const token = page.querySelector("form[data-entry] input[name=csrf]")?.value;
    if (token && form) form.querySelector("input[name=csrf]").value = token;
    return { token, account: page.querySelector("[data-visit]").dataset.account };
  };

  const send = async (entry, token) => {
    const body = new FormData();
    body.append("csrf", token);
    body.append("script", "1");
    body.append("formKey", entry.key);
    body.append("takenAt", entry.takenAt);
    body.append("text", entry.text);
    if (entry.photo) body.append("photo", new File([entry.photo], entry.name, { type: entry.type }));
    return fetch(address, { method: "POST", body, redirect: "manual" });
  };

  // Sends what waits, oldest first. What the server will never take stays here with the reason; what it cannot take now stays too.
  const sendAll = async () => {
    const entries = (await own()).filter((entry) => !entry.refused);
    const many = `${entries.length} mục`;
    try {
      const page = await fresh();
      if (page.signedOut) {
        const way = { words: "Đăng nhập lại", address: `/dang-nhap?ve=${encodeURIComponent(address)}` };
        return tell(`Phiên làm việc đã hết. ${many} đang nằm trên máy này.`, "soon", way);
      }
      if (page.refused || entries.length > 0 && !page.token) return tell(`Máy chủ không nhận lúc này. ${many} đang nằm trên máy này.`, "late");
      const mine = entries.filter((entry) => entry.account === page.account);
      for (const entry of mine) {
        tell(`Đang gửi ${entry.photo ? "ảnh" : "ghi nhận"}…`, "plain");
        const answer = await send(entry, page.token);
        if (answer.ok) await remove(entry);
        else if ([409, 413, 415, 422].includes(answer.status)) await change({ ...entry, refused: "máy chủ không nhận mục này" });
        else throw new Error(String(answer.status));
        await show();
      }
      if (mine.length > 0) await fresh();
      const left = (await own()).length;
      if (entries.length > mine.length) tell(`${entries.length - mine.length} mục là của tài khoản khác trên máy này.`, "soon");
      else if (left > 0) tell(`${left} mục không gửi được; xem bên dưới.`, "late");
      else tell("Có mạng. Mọi ghi nhận đã gửi.", "done");
    } catch {
      const left = (await own()).length;
      tell(left > 0 ? `Không có mạng. ${left} mục đang nằm trên máy này và tự gửi khi có mạng.` : "Không có mạng. Vẫn ghi nhận được.", "soon");
    }
  };
  let under = null;
  const flush = () => {
    under ??= (navigator.locks ? navigator.locks.request("dong-hanh-hien-truong", sendAll) : sendAll()).finally(() => { under = null; });
    return under;
  };

  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    const text = form.elements.text.value.trim();
    const file = form.elements.photo.files[0];
    if (!text && !file) return tell("Hãy ghi nội dung hoặc chụp ảnh trước khi lưu.", "late");
    button.disabled = true;
    try {
      const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      const entry = { key, visit: address, account, takenAt: new Date().toISOString(), text };
      if (file) {
        const photo = await shrink(file);
        const name = photo === file ? file.name : `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
        Object.assign(entry, { photo: await photo.arrayBuffer(), name, type: photo.type });
      }
      await add(entry);
      form.reset();
      await show();
      flush();
    } catch {
      tell("Chưa lưu được: ảnh không đọc được hoặc máy hết chỗ. Nội dung vẫn còn trên trang; hãy thử ảnh khác.", "late");
    } finally {
      button.disabled = false;
    }
  });
  addEventListener("beforeunload", (event) => {
    if (form && (form.elements.text.value.trim() || form.elements.photo.files.length > 0)) event.preventDefault();
  });

  addEventListener("online", flush);
  addEventListener("offline", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  setInterval(async () => { if ((await own()).some((entry) => !entry.refused)) flush(); }, 15000);
  show().then(flush);

  const keepHere = async () => {
    await navigator.serviceWorker.register("/app/sw.js", { scope: "/app/hien-truong/" });
    const { active } = await navigator.serviceWorker.ready;
    const assets = [...document.querySelectorAll("link[href^='/static/'], script[src^='/static/']")].map((one) => one.getAttribute("href") ?? one.getAttribute("src"));
    navigator.serviceWorker.addEventListener("message", (event) => { if (event.data.kept) main.dataset.kept = ""; });
    active.postMessage({ keeps: main.dataset.keep !== undefined, page: address, assets });
  };
  // Needs https or this machine; without it the page works as long as it is open.
  if (navigator.serviceWorker && location.pathname === address) keepHere().catch(() => { /* the page works as long as it is open */ });
})();
