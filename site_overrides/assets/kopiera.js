/* Links to a part of a page become buttons that copy them; the small signs beside headings copy as they lead.
   Without this script they are plain links, whose address the browser shows. */
(function () {
  "use strict";
  if (!navigator.clipboard) return;

  var besked = document.createElement("p");
  besked.className = "dold";
  besked.setAttribute("role", "status");
  document.body.appendChild(besked);

  function sag(text) {
    besked.textContent = "";
    // A message that is the same as the last is read again only if it was gone in between.
    setTimeout(function () { besked.textContent = text; }, 50);
  }

  function kopiera(adress, lyckat, annars) {
    navigator.clipboard.writeText(adress).then(lyckat, annars);
  }

  document.querySelectorAll("a.kopiera").forEach(function (lank) {
    var knapp = document.createElement("button");
    var vad = lank.querySelector("span"); // seen where there is room, always heard
    var ater;

    function vila() { knapp.replaceChildren("Kopiera länk", vad || ""); }

    knapp.type = "button";
    knapp.className = lank.className;
    vila();
    knapp.addEventListener("click", function () {
      kopiera(lank.href, function () {
        knapp.textContent = "Länken är kopierad";
        sag("Länken är kopierad: " + lank.href);
        clearTimeout(ater);
        ater = setTimeout(vila, 5000);
      }, function () {
        sag("Länken kunde inte kopieras. Den står i adressfältet.");
        location.href = lank.href;
      });
    });
    lank.replaceWith(knapp);
  });

  document.querySelectorAll("a.headerlink").forEach(function (lank) {
    lank.addEventListener("click", function () {
      kopiera(lank.href, function () { sag("Länken är kopierad: " + lank.href); }, function () {});
    });
  });
})();
