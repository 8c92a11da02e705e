// What Streamlit cannot do itself: speak Dutch in its own controls, and copy a sentence to the clipboard.
// Texts of the explorer stay untouched: they stand in Markdown and HTML blocks, which are skipped.
(() => {
  "use strict";

  const DUTCH = {
    // Sidebar, header, navigation
    "Expand sidebar": "Menu openen",
    "Collapse sidebar": "Menu sluiten",
    "Sidebar": "Menu",
    "App pages": "Pagina's",
    "Main menu": "Instellingen",
    "Navigate to home page": "Naar de startpagina",
    "Skip to main content": "Naar de inhoud",
    "View less": "Minder tonen",
    "Link to heading": "Link naar deze kop",
    "Toolbar action": "Actie",
    "Logo": "Logo",
    "Notifications": "Meldingen",
    "Scroll tabs left": "Tabbladen naar links",
    "Scroll tabs right": "Tabbladen naar rechts",
    // Settings
    "Rerun": "Opnieuw laden",
    "Settings": "Instellingen",
    "Print": "Afdrukken",
    "Theme": "Kleuren",
    "System": "Zoals het apparaat",
    "Use system setting": "Zoals het apparaat",
    "Light": "Licht",
    "Dark": "Donker",
    "About": "Over",
    "Get help": "Hulp",
    // Running and connection
    "Running...": "Bezig…",
    "Stop": "Stop",
    "Stop script": "Stoppen",
    "Please wait...": "Even geduld…",
    "Connecting": "Verbinden",
    "Connection error": "Geen verbinding",
    "Reconnected to server.": "De verbinding is hersteld.",
    "Connection timed out.": "De server antwoordt niet. Laad de pagina opnieuw.",
    "Network error": "Geen verbinding",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist": "De pagina die u vraagt bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "De pagina die u vraagt bestaat niet. U ziet nu de startpagina.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "De verkenner antwoordt niet. Wacht even; komt die niet terug, meld het dan bij de beheerder. Starten gaat met:",
    "streamlit run yourscript.py": "python -m explorer serve",
    "Script execution error": "Er ging iets mis",
    "An error has occurred, please try again.": "Er ging iets mis. Probeer het opnieuw.",
    "Try again": "Opnieuw proberen",
    "Streamlit server is not responding. Are you connected to the internet?":
      "De server antwoordt niet. Hebt u een internetverbinding?",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "De verbinding is weg. Wacht tot die hersteld is en probeer het opnieuw.",
    // Charts, tables, downloads
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Exit fullscreen": "Volledig scherm sluiten",
    "View fullscreen": "Volledig scherm",
    "Show data": "Toon als tabel",
    "Show chart": "Toon als grafiek",
    "Download as PNG": "Download als afbeelding",
    "Download as SVG": "Download als SVG",
    "Download as CSV": "Download als CSV",
    "Copy Vega-Lite spec": "Kopieer de Vega-Lite-beschrijving",
    "Download failed": "Downloaden mislukt",
    "visualization": "grafiek",
    "Vega visualization": "Grafiek",
    "Show/hide columns": "Kolommen kiezen",
    "Search": "Zoeken",
    "Type to search": "Typ om te zoeken",
    "Close Search": "Zoeken sluiten",
    "Next Result": "Volgende",
    "Previous Result": "Vorige",
    "Sort ascending": "Sorteer oplopend",
    "Sort descending": "Sorteer aflopend",
    "Autosize": "Breedte aanpassen",
    "Autosize column": "Breedte aanpassen",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Hide column": "Kolom verbergen",
    "Format": "Opmaak",
    "Statistics": "Samenvatting",
    "Copy column name": "Kopieer kolomnaam",
    "Dataframe column menu": "Menu van de kolom",
    "Clear selection": "Selectie wissen",
    "No data": "Geen gegevens",
    "empty": "leeg",
    "Pagination": "Bladeren",
    "Next page": "Volgende pagina",
    "Previous page": "Vorige pagina",
    // Choosing
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "Select...": "Kies",
    "Select an option": "Kies",
    "No results": "Niets gevonden",
    "No options": "Geen keuzes",
    "No options to select": "Geen keuzes",
    "No options to select.": "Geen keuzes",
    "Select all": "Alles kiezen",
    "Clear all": "Alles wissen",
    "Clear value": "Wissen",
    "Clear entry": "Wissen",
    "Selected values": "Gekozen",
    "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes",
    "Remove": "Weghalen",
    "Press Delete to remove tag.": "Druk op Delete om weg te halen.",
    "Show suggestions": "Toon de keuzes",
    "Suggestions": "Keuzes",
    "Open": "Openen",
    "Close": "Sluiten",
    "Cancel": "Annuleren",
    "Dismiss": "Sluiten",
    "Increment": "Meer",
    "Decrement": "Minder",
    "Press Enter to apply": "Druk op Enter",
    "Press Enter to submit form": "Druk op Enter om te versturen",
    // Copying and uploading
    "Copy": "Kopiëren",
    "Copied": "Gekopieerd",
    "Copied!": "Gekopieerd",
    "Copy to clipboard": "Kopieer naar klembord",
    "Upload": "Bestand kiezen",
    "file upload": "Bestand kiezen",
    "Browse files": "Bestand kiezen",
    "Add files": "Bestand toevoegen",
    "Drag and drop file here": "Sleep een bestand hierheen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Too many files": "Te veel bestanden",
    "Only one file is allowed.": "Kies één bestand.",
    // Read aloud
    "Help": "Uitleg",
    "Loading...": "Laden…",
    "Loading": "Laden",
    "Show password text": "Wachtwoord tonen",
    "Hide password text": "Wachtwoord verbergen",
  };

  const PATTERNS = [
    [/^View (\d+) more$/, "Nog $1 tonen"],
    [/^Help for (.+)$/, "Uitleg bij $1"],
    [/^Remove (.+)$/, "$1 weghalen"],
    [/^Close tag (.+)$/, "$1 weghalen"],
    [/^Delete (.+)$/, "$1 weghalen"],
    [/^Selected (.+)\. (.+)$/, "$2: $1 gekozen"],
    [/^(\d+)\s?([KMG]B) per file(?: • (.+))?$/, "Hoogstens $1 $2 per bestand"],
    [/^Add: (.+)$/, "Zoek op: $1"],
    [/^1 option available\.$/, "1 keuze."],
    [/^(\d+) options available\.$/, "$1 keuzes."],
    [/^(.+), selected\.?$/, "$1, gekozen"],
    [/^(.+), not selected\.?$/, "$1, niet gekozen"],
    [/^You can only select up to (\d+) options?\..*$/, "U kunt er hoogstens $1 kiezen."],
  ];

  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"];
  const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], svg, script, style, textarea';
  const CHROME = ["stTooltipContent", "stElementToolbar", "stToolbar", "stFileUploaderDropzone", "stDialog"]
    .map((id) => `[data-testid="${id}"]`).concat('[role="dialog"]', '[role="alertdialog"]').join(", ");

  const translate = (text) => {
    const found = Object.hasOwn(DUTCH, text) ? DUTCH[text] : undefined;
    if (found !== undefined || !/^[A-Z\d]/.test(text)) return found;
    const [pattern, replacement] = PATTERNS.find(([candidate]) => candidate.test(text)) ?? [];
    return pattern && text.replace(pattern, replacement);
  };

  const translateText = (node) => {
    const text = node.nodeValue.trim();
    if (!text || text.length > 120) return;
    const dutch = translate(text);
    if (dutch === undefined || dutch === text) return;
    const parent = node.parentElement;
    if (!parent || (parent.closest(OURS) && !parent.closest(CHROME))) return;
    node.nodeValue = node.nodeValue.replace(text, dutch);
  };

  // Of a chart that has a description, a button reads "Fullscreen: the description".
  const translateLabel = (text) => {
    const [action, ...described] = text.split(": ");
    const isOfChart = described.length > 0 && Object.hasOwn(DUTCH, action);
    return isOfChart ? [DUTCH[action], ...described].join(": ") : translate(text);
  };

  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const dutch = text ? translateLabel(text.trim()) : undefined;
      if (dutch !== undefined && dutch !== text) element.setAttribute(name, dutch);
    }
  };

  // What Streamlit's markup tells a screen reader wrongly: a list whose entries are not its children, and a picture
  // that is offered as a document. Its description says all that the picture says.
  const ROLES = [
    ['[data-testid="stSidebarNavItems"]', "group"],
    ['[data-testid="stSidebarNavItems"] li', "none"],
    ['[data-testid="stVegaLiteChart"]', "img"],
  ];

  // The drawing itself is all that and more in English, mark by mark.
  const DRAWING = '[data-testid="stVegaLiteChart"] svg.marks';

  // Writes only what is not there yet: the observer hears every attribute that is written, also with the same value.
  const write = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  // A table that is wider than a phone scrolls within its box, which a keyboard must be able to reach.
  const makeScrollable = (table) => {
    const box = table.parentElement;
    write(box, "tabindex", "0");
    write(box, "role", "region");
    write(box, "aria-label", "Tabel");
  };

  const correctRoles = (root) => {
    for (const table of root.querySelectorAll('[data-testid="stTable"] table')) makeScrollable(table);
    for (const drawing of root.querySelectorAll(DRAWING)) write(drawing, "aria-hidden", "true");
    if (root.matches(DRAWING)) write(root, "aria-hidden", "true");
    for (const [selector, role] of ROLES) {
      const found = [...root.querySelectorAll(selector), ...(root.matches(selector) ? [root] : [])];
      found.forEach((element) => write(element, "role", role));
    }
  };

  const translateTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    correctRoles(root);
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeName === "svg" || node.nodeName === "CANVAS" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
    return undefined;
  };

  const observer = new MutationObserver((mutations) => {
    followAddress();
    for (const mutation of mutations) {
      if (mutation.type === "childList") mutation.addedNodes.forEach(translateTree);
      else if (mutation.type === "characterData") translateText(mutation.target);
      else if (mutation.attributeName === "role") correctRoles(mutation.target);
      else translateAttributes(mutation.target);
    }
  });

  // Copying: <button data-copy="the sentence">Kopieer als zin</button>

  const announcer = document.createElement("div");
  announcer.className = "verkenner-announcer";
  announcer.setAttribute("role", "status");
  announcer.setAttribute("aria-live", "polite");

  const copyByHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "verkenner-announcer";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  // navigator.clipboard is absent on http, and may be refused: then the old way.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text);
    }
  };

  const showOn = (button, message) => {
    button.dataset.label ??= button.textContent;
    button.textContent = message;
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
    announcer.textContent = "";
    requestAnimationFrame(() => { announcer.textContent = message; });
  };

  const onClick = async (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-copy]");
    if (!button) return;
    event.preventDefault();
    const done = await copy(button.dataset.copy);
    showOn(button, done ? "Gekopieerd" : "Kopiëren lukte niet");
    button.focus?.();
  };

  const onKey = (event) => {
    const isPress = event.key === "Enter" || event.key === " ";
    if (isPress && event.target.matches?.("[data-copy]:not(button)")) onClick(event);
  };

  // While Streamlit makes a file it disables the button, which loses the focus by that: without this, who uses the
  // keyboard starts again at the top of the page after every download. Who went elsewhere meanwhile stays there.

  let making;

  const returnFocus = (event) => {
    const box = event.target instanceof Element && event.target.closest('[data-testid="stDownloadButton"]');
    if (!box) return;
    making?.disconnect();
    making = new MutationObserver(() => {
      const button = box.querySelector("button");
      if (!button || button.disabled) return;
      making.disconnect();
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
    });
    making.observe(box, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
  };

  // An address that names a question (?vraag=coalition) scrolls to it, once, when the charts above it have their height.

  let seen, waiting, last;

  const stopWaiting = () => clearInterval(waiting);

  const scrollTo = (id) => {
    const top = Math.round(document.getElementById(id)?.getBoundingClientRect().top ?? NaN);
    if (top === last) {
      document.getElementById(id).scrollIntoView();
      stopWaiting();
    }
    last = top;
  };

  const followAddress = () => {
    const asked = new URLSearchParams(location.search).get("vraag");
    const place = asked && `${location.pathname}#${asked}`;
    if (place === seen) return;
    seen = place;
    stopWaiting();
    if (asked) waiting = setInterval(scrollTo, 300, asked);
  };

  for (const event of ["wheel", "touchmove", "keydown"]) window.addEventListener(event, stopWaiting, { passive: true });

  // What is printed from a dark screen is made light by the style sheet, which cannot see itself whether it is dark.

  // Adds and never removes: a browser may tell twice, and by then the page is light.
  const beforePrint = () => {
    const app = document.querySelector(".stApp");
    const isDark = app !== null && getComputedStyle(app).colorScheme === "dark";
    if (isDark) document.documentElement.classList.add("verkenner-from-dark");
  };

  const afterPrint = () => document.documentElement.classList.remove("verkenner-from-dark");

  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
  matchMedia("print").addEventListener("change", (print) => (print.matches ? beforePrint() : afterPrint()));

  document.body.append(announcer);
  document.addEventListener("click", onClick);
  document.addEventListener("click", returnFocus);
  document.addEventListener("keydown", onKey);
  translateTree(document.body);
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...ATTRIBUTES, "role"],
  });
})();
