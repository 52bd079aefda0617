// The boxes one types and chooses in, as dashboard/app/own.py declares them: a line of text, one or several of a list, one of a few, tabs.
(function () {
  "use strict";
  const { createContext, createElement: h, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } = window.React;
  const HIGHEST = 260, APART = 2, EDGE = 8; // pixels: of a list, between it and its box, and to the edge of the window

  const spoken = (props) => Object.fromEntries(Object.entries(props).filter(([name]) => /^(aria|data)-/.test(name)));

  // A line of text: told with Enter and when one leaves it, or `rest` milliseconds after the last key.
  function TextBox({ id, className, label, value, placeholder, rest, error, setProps, ...props }) {
    const [typed, type] = useState(value || "");
    const told = useRef(""), timer = useRef(0);
    told.current = value || "";
    useEffect(() => type(value || ""), [value]);
    const tell = (words) => {
      clearTimeout(timer.current);
      if (words !== told.current) setProps({ value: words });
    };
    const change = ({ target }) => {
      type(target.value);
      clearTimeout(timer.current);
      if (rest) timer.current = setTimeout(tell, rest, target.value);
    };
    const box = h("input", {
      ...spoken(props), id, placeholder, value: typed, type: "text", autoComplete: "off", dir: "auto", onChange: change,
      onBlur: ({ target }) => tell(target.value), onKeyDown: (press) => press.key === "Enter" && tell(press.target.value),
      ...(error ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {}),
    });
    return h("div", { className }, label && h("label", { htmlFor: id }, label), box, error && h("p", { id: `${id}-error`, className: "error" }, error));
  }

  // Lines of a list as { value, label, group }.
  const line = (each) => (typeof each === "string" ? { value: each, label: each } : each);
  const lines = (data) => (data || []).flatMap((each) => (each.items ? each.items.map((item) => ({ ...line(item), group: each.group })) : [line(each)]));

  // Under its box, or above it where there is more room; it lies over all else, wherever the box stands.
  function place(list, box) {
    list.showPopover?.();
    const { left, top, bottom, width } = box.getBoundingClientRect();
    const below = window.innerHeight - bottom - EDGE, above = top - EDGE, isUp = below < Math.min(HIGHEST, list.scrollHeight) && above > below;
    Object.assign(list.style, {
      left: `${left}px`, width: `${width}px`, maxHeight: `${Math.min(HIGHEST, isUp ? above : below)}px`,
      top: isUp ? "auto" : `${bottom + APART}px`, bottom: isUp ? `${window.innerHeight - top + APART}px` : "auto",
    });
  }

  // One of a list, or several: found by typing, here or (`found`) by the server; at most `most` lines are shown.
  function ListBox({ id, className, data, value, many, searched, found, most, placeholder, none, setProps, ...props }) {
    const [isOpen, setOpen] = useState(false), [typed, type] = useState(null), [at, setAt] = useState(-1);
    const list = useRef(null), field = useRef(null);
    const every = useMemo(() => lines(data), [data]);
    const chosen = many ? value || [] : [value];
    const label = (name) => every.find((each) => each.value === name)?.label ?? name ?? "";
    const fits = (each) => found || !typed || each.label.toLowerCase().includes(typed.trim().toLowerCase());
    const shown = isOpen ? every.filter((each) => !(many && chosen.includes(each.value)) && fits(each)).slice(0, most) : [];

    const open = () => {
      if (!isOpen) setAt(many ? -1 : every.slice(0, most).findIndex((each) => each.value === value));
      setOpen(true);
    };
    const close = () => {
      setOpen(false);
      type(null);
    };
    const choose = (each) => {
      if (many) setProps({ value: [...chosen, each.value] });
      else if (each.value !== value) setProps({ value: each.value });
      close();
    };
    const drop = (names) => {
      setProps({ value: chosen.filter((each) => !names.includes(each)) });
      field.current.querySelector("input").focus(); // what was pressed is gone
    };

    useLayoutEffect(() => { if (isOpen) place(list.current, field.current); }, [isOpen, shown.length]);
    useLayoutEffect(() => { if (isOpen && at >= 0) list.current.querySelectorAll("[role=option]")[at]?.scrollIntoView({ block: "nearest" }); }, [isOpen, at]);
    useLayoutEffect(() => { // whoever chose stays in the box: it is seen, and what is typed next takes the place of what was chosen
      const box = field.current.querySelector("input");
      if (box !== document.activeElement) return;
      if (many) box.scrollIntoView({ block: "nearest", inline: "nearest" });
      else if (searched && !isOpen) box.select();
    }, [isOpen, chosen.length, value]);
    useEffect(() => { // it follows its box when the page moves, and goes with it out of sight
      if (!isOpen) return undefined;
      const box = field.current;
      const moved = ({ target }) => target !== list.current && place(list.current, box);
      const seen = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || close());
      seen.observe(box);
      window.addEventListener("resize", close);
      window.addEventListener("scroll", moved, true);
      return () => {
        seen.disconnect();
        window.removeEventListener("resize", close);
        window.removeEventListener("scroll", moved, true);
      };
    }, [isOpen]);

    const press = (key) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[key.key];
      if (by && !isOpen) open();
      else if (by) setAt((now) => (now < 0 && by < 0 ? shown.length - 1 : (now + by + shown.length) % (shown.length || 1)));
      else if (key.key === "Enter" && isOpen && shown.length && (at >= 0 || typed)) choose(shown[Math.max(at, 0)]);
      else if (key.key === "Enter" && !isOpen) open();
      else if (key.key === "Escape" && isOpen) close();
      else if (key.key === "Backspace" && many && !typed && chosen.length) drop(chosen.slice(-1));
      else return;
      key.preventDefault();
    };
    const input = h("input", {
      ...spoken(props), id, type: "text", role: "combobox", autoComplete: "off", spellCheck: false, dir: "auto", readOnly: !searched,
      "aria-haspopup": "listbox", "aria-expanded": isOpen, "aria-controls": isOpen ? `${id}-list` : undefined, "aria-autocomplete": searched ? "list" : "none",
      "aria-activedescendant": isOpen && at >= 0 && at < shown.length ? `${id}-at-${at}` : undefined,
      placeholder: chosen.length && many ? undefined : placeholder, value: typed ?? (many ? "" : label(value)),
      onClick: () => (isOpen && !searched ? close() : open()), onBlur: close, onKeyDown: press,
      onChange: ({ target }) => { type(target.value); setAt(-1); setOpen(true); },
    });
    const pills = many ? chosen.map((each) => h("button", { key: each, type: "button", className: "pill", "aria-label": wording.say("Remove {what}", { what: label(each) }), onClick: () => drop([each]) }, h("span", { dir: "auto" }, label(each)), " ×")) : [];
    const clear = many && chosen.length > 0 && h("button", { type: "button", className: "pill clears", "aria-label": wording.say("Clear all"), onClick: () => drop(chosen) }, "×");
    const option = (each, number) => h("div", {
      key: each.value, id: `${id}-at-${number}`, role: "option", dir: "auto", "aria-selected": each.value === value, className: number === at ? "at" : undefined,
      onMouseDown: (down) => down.preventDefault(), onClick: () => choose(each),
    }, each.label);
    const options = shown.map(option), groups = [...new Set(shown.map((each) => each.group))];
    const within = groups.some(Boolean)
      ? groups.map((name) => h("div", { key: name, role: "group", "aria-label": name }, h("div", { className: "group", "aria-hidden": true }, name), options.filter((_, number) => shown[number].group === name)))
      : options;
    const popped = isOpen && h("div", {
      ref: list, id: `${id}-list`, role: "listbox", popover: "manual", className: "list", "aria-label": props["aria-label"],
      onMouseDown: (down) => down.preventDefault(), // whoever scrolls it stays in the box
    }, within.length ? within : h("div", { role: "option", "aria-disabled": true, "aria-selected": false, className: "none" }, none || wording.say("Nothing found")));
    return h("div", { ref: field, className: `list-box ${many ? "many " : ""}${className || ""}` }, pills, input, clear, popped);
  }

  // One of a few, all of which are seen.
  function Switch({ id, className, data, value, setProps, ...props }) {
    const choice = (each) => h("label", { key: each.value, className: each.value === value ? "on" : undefined },
      h("input", { type: "radio", name: id, value: each.value, checked: each.value === value, onChange: () => setProps({ value: each.value }) }), each.label);
    return h("div", { ...spoken(props), id, className, role: "radiogroup" }, data.map(choice));
  }

  const Opened = createContext({});

  function Tabs({ id, className, value, children, setProps }) {
    const open = (name) => name !== value && setProps({ value: name });
    return h(Opened.Provider, { value: { value, open } }, h("div", { id, className }, children));
  }

  // The arrow keys lead to the tab beside, and open it.
  function step(press) {
    const heads = [...press.currentTarget.parentElement.children], at = heads.indexOf(press.currentTarget);
    const on = getComputedStyle(press.currentTarget).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: heads.length - 1 }[press.key];
    if (to === undefined) return;
    press.preventDefault();
    const head = heads[(to + heads.length) % heads.length];
    head.focus();
    head.click();
  }

  function TabHead({ id, value, children }) {
    const { value: opened, open } = useContext(Opened), isOn = opened === value;
    return h("button", {
      id, type: "button", role: "tab", "aria-selected": isOn, "aria-controls": `${value}-panel`, tabIndex: isOn ? 0 : -1, onClick: () => open(value), onKeyDown: step,
    }, children);
  }

  function TabPanel({ value, className, children }) {
    const isOn = useContext(Opened).value === value;
    return h("div", { id: `${value}-panel`, role: "tabpanel", "aria-labelledby": `${value}-tab`, className, style: isOn ? undefined : { display: "none" } }, children);
  }

  window.dashboard = Object.assign({}, window.dashboard, { TextBox, ListBox, Switch, Tabs, TabHead, TabPanel });
})();
