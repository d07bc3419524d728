"use strict";
(function () {
  var form = document.getElementById("filters");
  var articles = Array.prototype.slice.call(document.querySelectorAll("article"));
  var safe = { protected: 1, atomic: 1, confined: 1 };
  var losing = articles.some(function (a) { return !safe[a.dataset.v]; });
  if (articles.length === 0) { return; }
  form.hidden = false;
  // What loses nothing is there to be looked up, not to be read first.
  form.querySelectorAll("[name=v]").forEach(function (box) {
    box.checked = !losing || !safe[box.value];
  });

  function chosen(name) {
    var values = {};
    form.querySelectorAll("[name=" + name + "]:checked").forEach(function (box) {
      values[box.value] = true;
    });
    return values;
  }

  function number(n) { return n.toLocaleString("en-US"); }

  function toggle(element, visible) {
    element.classList.toggle("gone", !visible);
  }

  function tally(group) {
    var shown = group.querySelectorAll("article:not(.gone)").length;
    toggle(group, shown > 0);
    var place = group.querySelector(":scope > summary > .tally");
    if (place) { place.textContent = shown + (shown === 1 ? " site" : " sites"); }
  }

  function filter() {
    var verdicts = chosen("v");
    var confidences = chosen("c");
    var idiom = form.elements.i.value;
    var query = form.elements.q.value.trim().toLowerCase();
    var shown = 0;
    articles.forEach(function (article) {
      var data = article.dataset;
      var visible = verdicts[data.v] && confidences[data.c] && (!idiom || data.i === idiom);
      if (visible && query) {
        var owner = article.parentNode;
        var text = article.textContent + " " + owner.firstChild.textContent + " " +
            owner.parentNode.firstElementChild.textContent;
        visible = text.toLowerCase().indexOf(query) >= 0;
      }
      toggle(article, visible);
      shown += visible ? 1 : 0;
    });
    document.querySelectorAll("details.class").forEach(tally);
    document.querySelectorAll("section.package").forEach(function (section) {
      tally(section);
      var link = document.querySelector('a[href="#' + section.id + '"]');
      toggle(link.closest("tr"), !section.classList.contains("gone"));
    });
    document.getElementById("shown").textContent = number(shown) + " of " + number(articles.length) + " sites";
  }

  function openTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") { target.open = true; }
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", openTarget);
  filter();
  openTarget();
})();
