// Components of our own, as dashboard/app/own.py declares them.
(function () {
  "use strict";
  const { createElement, useLayoutEffect, useRef } = window.React;
  const GIVEN = /^(id|className|role|tabIndex|aria-.*|data-.*)$/;

  const Kept = () => null;

  // What stands within is ours: React knows of an empty element and leaves it alone.
  function Drawn({ tag = "div", data, ...props }) {
    const part = useRef(null);
    useLayoutEffect(() => window.dash_clientside.light.patch(part.current, data || []), [data]);
    return createElement(tag, { ref: part, ...Object.fromEntries(Object.entries(props).filter(([name]) => GIVEN.test(name))) });
  }

  window.conflict_timeline = { Kept, Drawn };
})();
