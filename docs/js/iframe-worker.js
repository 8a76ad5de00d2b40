// A worker for pages that are read from a folder: browsers start none there, and the search
// needs one. Its script runs in a hidden frame; messages go to it and back.
if (location.protocol === "file:") {
  // the name tells the script where it runs
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.appendChild(frame);
      this.inside = frame.contentWindow;
      this.waiting = [];
      addEventListener("message", (event) => {
        if (event.source !== this.inside) return;
        const told = new MessageEvent("message", { data: event.data });
        this.dispatchEvent(told);
        this.onmessage?.(told);
      });
      const page = frame.contentDocument;
      page.open();
      page.write(
        "<!doctype html><body><script>" +
          "const toFrame = window.postMessage.bind(window);" +
          "window.toFrame = toFrame;" +
          "window.postMessage = (data) => parent.postMessage(data, '*');" +
          "window.importScripts = (...urls) => urls.reduce((done, url) => done.then(() =>" +
          " new Promise((loaded) => { const script = document.createElement('script');" +
          " script.src = url; script.onload = loaded; document.body.appendChild(script); }))," +
          " Promise.resolve());" +
          `</script><script src="${url}"></script>`,
      );
      page.close();
      const script = page.scripts[1];
      const ready = () => {
        for (const data of this.waiting.splice(0)) this.inside.toFrame(data, "*");
        this.waiting = null;
      };
      script.addEventListener("load", ready);
    }
    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else this.inside.toFrame(data, "*");
    }
    terminate() {}
  };
  window.Worker = window.IFrameWorker;
}
