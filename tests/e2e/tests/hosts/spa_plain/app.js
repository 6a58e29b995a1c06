// An app without a framework: each navigation throws the old page away and puts the new one in its place.
(() => {
  const main = document.querySelector("main");
  const show = (name) => {
    main.replaceChildren(document.querySelector(`[data-page=${name}]`).content.cloneNode(true));
  };
  const go = (name) => {
    history.pushState({ name }, "");
    show(name);
  };
  document.querySelector("#home").addEventListener("click", () => go("home"));
  document.querySelector("#check").addEventListener("click", () => go("check"));
  window.addEventListener("popstate", ({ state }) => show(state?.name ?? "check"));
  show("check");
})();
