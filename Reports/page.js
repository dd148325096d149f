(function () {
  var root = document.documentElement;
  var button = document.getElementById("theme");
  var preferred = window.matchMedia("(prefers-color-scheme: dark)");
  function show(dark) {
    root.dataset.theme = dark ? "dark" : "light";
    button.textContent = dark ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-pressed", dark ? "true" : "false");
  }
  var chosen = null;
  show(preferred.matches);
  preferred.addEventListener("change", function (event) { if (chosen === null) { show(event.matches); } });
  button.addEventListener("click", function () { chosen = root.dataset.theme !== "dark"; show(chosen); });
  var links = document.querySelectorAll(".contents .side a");
  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) { return; }
      links.forEach(function (link) {
        if (link.getAttribute("href") === "#" + entry.target.id) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
      });
    });
  }, { rootMargin: "-20% 0px -70% 0px" });
  document.querySelectorAll("header, main > section").forEach(function (part) { watch.observe(part); });
})();
