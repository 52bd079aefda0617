// Components of our own, as dashboard/app/own.py declares them.
(function () {
  "use strict";
  const { createElement, useLayoutEffect, useRef } = window.React;
  const GIVEN = /^(id|className|role|tabIndex|aria-.*|data-.*)$/;

  // A drawing that fails is said, and leaves the page as it is.
  function drawn(draw) {
    try {
      draw();
    } catch (fault) {
      console.error(fault);
    }
  }

  function Kept({ by, ...kept }) {
    useLayoutEffect(() => by && drawn(() => window.dash_clientside[by].draw(kept)), [kept.data, kept.names, kept.counts]);
    return null;
  }

  // What stands within is ours: React knows of an empty element and leaves it alone.
  function Drawn({ tag = "div", data, ...props }) {
    const part = useRef(null);
    useLayoutEffect(() => drawn(() => window.dash_clientside.light.patch(part.current, data || [])), [data]);
    return createElement(tag, { ref: part, ...Object.fromEntries(Object.entries(props).filter(([name]) => GIVEN.test(name))) });
  }

  window.dashboard = Object.assign({}, window.dashboard, { Kept, Drawn });
})();
